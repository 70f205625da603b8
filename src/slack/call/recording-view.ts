import type { Recording } from '../../kally/client.ts';
import { linkButton, type Message, note, section } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { callActionWords } from './words.ts';

/** A button that leads to the recording at KallyAI. */
export function recordingMessage(
  { language, timeZone }: Reader,
  { url, durationSeconds }: Recording,
): Message {
  const { recording } = callActionWords[language];
  const text = durationSeconds
    ? recording.lasting(formatsIn(language, timeZone).duration(durationSeconds))
    : recording.ready;
  return {
    text: `${text} ${recording.note}`,
    blocks: [
      section(text),
      { type: 'actions', elements: [linkButton(recording.listen, url)] },
      note(recording.note),
    ],
  };
}
