import type { Report } from './conversation.ts';

const samplesPerSecond = 4000;
const longestSeconds = 600;
const pitches = { AI: 440, HUMAN: 294 };

/** A WAV as long as the call (10 minutes at most) in which each speaker is a tone. */
export function recordingOf(report: Report): Buffer {
  const seconds = Math.min(longestSeconds, Math.max(1, report.durationSeconds));
  const samples = Buffer.alloc(Math.round(seconds * samplesPerSecond), 128);
  for (const [index, line] of report.lines.entries()) {
    const from = line.atSeconds * samplesPerSecond;
    const until = (report.lines[index + 1]?.atSeconds ?? seconds) * samplesPerSecond - samplesPerSecond;
    for (let at = from; at < Math.min(until, samples.length); at += 1) {
      samples[at] =
        128 + Math.round(24 * Math.sin((2 * Math.PI * pitches[line.speaker] * at) / samplesPerSecond));
    }
  }
  return Buffer.concat([wavHeader(samples.length), samples]);
}

/** 8-bit mono PCM. */
function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
