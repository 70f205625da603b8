import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Stripping types and compiling takes most of a start. The cache is in our own folder: code in a folder that others can write to would run here.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/kally'));
await import('./run.ts');
