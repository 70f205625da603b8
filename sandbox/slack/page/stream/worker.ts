import { createHub, type Tell } from './hub.ts';

/** A shared worker: one for all windows of the browser. */
const hub = createHub();

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  const tell: Tell = (told) => port.postMessage(told);
  port.onmessage = ({ data }) => hub.wish(tell, data as string[]);
});
