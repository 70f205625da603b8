// One file, so that they share one playground and one browser, and follow each other: several at once are too much for a small machine.
import './browser/connecting.ts';
import './browser/calling.ts';
import './browser/trouble.ts';
import './browser/elsewhere.ts';
import './browser/leaving.ts';
import './browser/playground.ts';
