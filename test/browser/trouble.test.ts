// What breaks or is looked into, on one playground: a killed app alone takes half a minute to be missed.
import './trouble.ts';
import './playground.ts';
