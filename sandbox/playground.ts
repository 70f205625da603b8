// Only this file is sure to load on an older Node, so the rest is imported once the version is known.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `The playground needs Node 24; this is ${process.version}. Start it with: npm run playground`,
  );
  process.exit(1);
}
const { runPlayground } = await import('./playground/run.ts');
await runPlayground(process.argv.slice(2));
