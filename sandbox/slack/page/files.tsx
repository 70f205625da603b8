import { useEffect, useState } from 'react';
import type { WireFile } from '../wire.ts';
import { Dialog } from './dialog.tsx';
import { fileSize } from './format.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

const PREVIEW_LINES = 5;

export function FileCard({ file }: { file: WireFile }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const isText = file.preview !== undefined;
  return (
    <figure className="file">
      <figcaption>
        <span className="file-icon" aria-hidden="true">
          <Icon name="file" size={26} />
        </span>
        <span className="file-name">
          <strong>{file.title || file.name}</strong>
          <span className="quiet">
            {file.name} · {fileSize(file.size)}
          </span>
        </span>
        {isText && (
          <button type="button" className="slack-button" onClick={() => setOpen(true)}>
            {words.open}
          </button>
        )}
        <a className="slack-button" href={file.url} download={file.name}>
          {words.download}
        </a>
      </figcaption>
      {file.mimetype.startsWith('image/') && <img src={file.url} alt={file.title} />}
      {file.preview && <pre>{file.preview.split('\n').slice(0, PREVIEW_LINES).join('\n')}</pre>}
      {open && <TextViewer file={file} onClose={() => setOpen(false)} />}
    </figure>
  );
}

function TextViewer({ file, onClose }: { file: WireFile; onClose: () => void }) {
  const words = useWords();
  const [text, setText] = useState(file.preview ?? '');
  useEffect(() => {
    void fetch(file.url).then(async (response) => {
      if (response.ok) setText(await response.text());
    });
  }, [file.url]);
  return (
    <Dialog label={file.name} className="modal viewer" onClose={onClose}>
      <header>
        <h2>{file.title || file.name}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={words.close}
          title={words.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className="modal-body" tabIndex={0}>
        {text}
      </pre>
      <footer>
        <a className="slack-button" href={file.url} download={file.name}>
          {words.download}
        </a>
      </footer>
    </Dialog>
  );
}
