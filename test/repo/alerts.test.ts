import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/metrics.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const page = read('docs/operations.md');
const { groups } = parse(read('docs/deploy/alerts.yml')) as { groups: [{ rules: Rule[] }] };
type Rule = { alert: string; expr: string; labels: { severity: string } };
const [{ rules }] = groups;

/** The figures as Prometheus reads them: those of histograms by their beginning, with the labels that Kally itself gives. */
async function figures(): Promise<Map<string, Set<string>>> {
  const metrics = createMetrics({ endpoints: ['GET /v1/calls/{id}'] });
  metrics.watch({ queue: async () => ({ waiting: 0, oldestSeconds: 0 }), breaker: () => 'closed' });
  metrics.slack.acknowledged('command', 0.1);
  metrics.slack.answered('chat.update', '2xx', 0.1);
  metrics.slack.waited('post', 0.1);
  metrics.kally.answered('GET /v1/calls/{id}', '2xx', 0.1);
  metrics.kally.repeated('GET /v1/calls/{id}');
  metrics.kally.leftOut('GET /v1/calls/{id}', ['duration_seconds']);
  metrics.link.renewed('renewed');
  metrics.jobs.ran('done');
  const { text } = await metrics.read();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  return new Map(
    names.map((name) => {
      const lines = text.split('\n').filter((line) => line.startsWith(name));
      return [name, new Set(lines.flatMap((line) => labelsIn(line)))];
    }),
  );
}

const labelsIn = (text: string) => [...text.matchAll(/(\w+)(?:=~|!=|=)"/g)].map(([, label = '']) => label);
const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
/** What a process does not say of itself: Prometheus adds it. */
const added = new Set(['job', 'instance']);

test('every rule uses metrics and labels that exist', async () => {
  const known = await figures();
  for (const { alert, expr } of rules) {
    const asked = [...expr.matchAll(/\b((?:kally|nodejs|process)_\w+)(\{[^}]*\})?/g)];
    if (alert !== 'KallyIsDown') expect(asked, alert).not.toEqual([]);
    for (const [, name = '', labels = ''] of asked) {
      const own = known.get(base(name));
      expect(own, `${alert}: ${name}`).toBeDefined();
      for (const label of labelsIn(labels))
        expect(own?.has(label) || added.has(label), `${alert}: ${name}{${label}}`).toBe(true);
    }
  }
});

test('the alerting page explains every metric, and no other', async () => {
  const known = [...(await figures()).keys()].filter((name) => name.startsWith('kally_'));
  const named = new Set([...page.matchAll(/\bkally_\w+/g)].map(([name]) => base(name)));
  // A database that somebody restores to is called like one.
  named.delete('kally_restored');
  expect([...named].sort()).toEqual(known.sort());
});

test('the table explains every rule, with its urgency', () => {
  const rows = [...page.matchAll(/^\| `(Kally\w+)` \| (page|ticket) \|/gm)].map(([, alert, severity]) => [
    alert,
    severity,
  ]);
  expect(rows).toEqual(rules.map(({ alert, labels }) => [alert, labels.severity]));
});

test('a counter whose increase is alerted on exists before it first counts', async () => {
  const metrics = createMetrics({ endpoints: ['GET /v1/calls/{id}'] });
  const { text } = await metrics.read();
  const counted = rules.flatMap(({ expr }) =>
    [
      ...expr.matchAll(
        /(?:increase|rate)\((kally_kallyai_\w+|kally_runs_\w+|kally_token_\w+|kally_slack_unheard\w+)/g,
      ),
    ].map(([, name = '']) => name),
  );
  const lacking = counted.filter((name) => !new RegExp(`^${name}\\{.*\\} 0$`, 'm').test(text));
  expect(lacking.filter((name) => !name.endsWith('_bucket'))).toEqual([]);
});
