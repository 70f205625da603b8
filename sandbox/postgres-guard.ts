import { readFileSync, rmSync } from 'node:fs';

// Started beside a throwaway Postgres, which is nobody's child: when the pipe to whoever started it closes, both are over.
const [pidFile = '', room = ''] = process.argv.slice(2);
const lookAgainMs = 50;

function serverPid(): number | undefined {
  try {
    return Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: 'SIGQUIT' | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function clearUp(pid: number | undefined) {
  if (pid !== undefined && signal(pid, 0)) setTimeout(clearUp, lookAgainMs, pid);
  else rmSync(room, { recursive: true, force: true });
}

process.stdin.resume().on('close', () => {
  const pid = serverPid();
  if (pid !== undefined) signal(pid, 'SIGQUIT');
  clearUp(pid);
});
