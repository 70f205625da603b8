// Loaded into the app before its own code, to be asked from outside what it uses.
import { answerAsks } from './asks.ts';

answerAsks({
  usage: () => {
    const { user, system } = process.cpuUsage();
    return { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() };
  },
});
process.channel?.unref();
