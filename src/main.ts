import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Stripping types and compiling is most of a start. The cache is in a folder of ours: what others can write to, they could have us run.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/kally'));
await import('./run.ts');
