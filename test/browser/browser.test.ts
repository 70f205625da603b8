// These share one playground and one browser, and follow each other: several at once are too much for a small machine.
import './connecting.ts';
import './stopping.ts';
import './administering.ts';
import './elsewhere.ts';
import './leaving.ts';
