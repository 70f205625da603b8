/** What the doctor found. A `fault` keeps Kally from working; a `warning` is worth a look. */
export type Finding = {
  about: string;
  state: 'ok' | 'warning' | 'fault';
  says: string;
  /** What to do about it. */
  fix?: string;
};

/** The findings of one subject. */
export function findingsAbout(about: string) {
  return {
    ok: (says: string): Finding => ({ about, state: 'ok', says }),
    warning: (says: string, fix: string): Finding => ({ about, state: 'warning', says, fix }),
    fault: (says: string, fix: string): Finding => ({ about, state: 'fault', says, fix }),
  };
}

const marks = { ok: 'ok     ', warning: 'warning', fault: 'FAULT  ' };

export function renderFinding({ about, state, says, fix }: Finding): string {
  const line = `${marks[state]}  ${about}: ${says}`;
  return fix ? `${line}\n         Fix: ${fix}` : line;
}

export function renderSummary(findings: readonly Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const [faults, warnings] = [count('fault'), count('warning')];
  if (faults === 0 && warnings === 0) return 'Everything is as it should be.';
  return `${faults} fault(s), ${warnings} warning(s).`;
}
