// Loaded into the app before its own code. A playground that was killed cannot stop the app, which would go on taking jobs from
// the database that the next playground uses.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
