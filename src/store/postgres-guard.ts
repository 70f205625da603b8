// A process of its own beside an embedded Postgres, which would outlive an owner that is killed: when the owner's end of the pipe closes,
// the server is stopped.
import { execFile } from 'node:child_process';

const [stop = '', cluster = '', uid, gid] = process.argv.slice(2);
const account = uid && gid ? { uid: Number(uid), gid: Number(gid) } : {};

process.stdin.resume().once('close', () => {
  execFile(stop, ['stop', '-D', cluster, '-m', 'fast', '-w'], { ...account, cwd: '/' }, () => {});
});
