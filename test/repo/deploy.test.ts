import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { settingNames } from '../../src/config.ts';
import { serverPages } from '../../src/link/pages.ts';
import { createHttpServer } from '../../src/web/http-server.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Service = {
  build?: string;
  image?: string;
  env_file?: string;
  environment: Record<string, string>;
  volumes?: string[];
  depends_on?: object;
  deploy?: { replicas?: number };
  stop_grace_period?: string;
};
type Probe = { httpGet: { path: string; port: string } };
type Container = {
  env: { name: string; value: string }[];
  ports: { name: string; containerPort: number }[];
  startupProbe: Probe;
  livenessProbe: Probe;
  readinessProbe: Probe;
  securityContext: object;
};
type Resource = {
  kind: string;
  metadata: { name: string };
  spec: {
    replicas?: number;
    strategy?: { rollingUpdate: object };
    selector?: object;
    template?: {
      metadata: { labels: object };
      spec: { terminationGracePeriodSeconds: number; securityContext: object; containers: Container[] };
    };
    ports?: { targetPort: string }[];
  };
};

const compose: { services: Record<string, Service>; volumes: object } = parse(
  read('docs/deploy/compose.yml'),
);
const resources = parseAllDocuments(read('docs/deploy/kubernetes.yml')).map((document) => {
  expect(document.errors).toEqual([]);
  return document.toJS() as Resource;
});
const dockerfile = read('Dockerfile');
const imagePort = /EXPOSE (\d+)/.exec(dockerfile)?.[1] ?? '';
/** What is under way gets ten seconds, and then the calls ten to be handed over. */
const longestStopSeconds = 20;

test('.env.example lists every setting, and nothing else', () => {
  const listed = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(settingNames));
  expect(listed).toHaveLength(settingNames.length);
});

test('the compose file runs two replicas behind a proxy, with settings that exist', () => {
  const { kally, postgres, proxy } = compose.services;
  expect(kally?.deploy?.replicas).toBe(2);
  expect(Object.keys(kally?.environment ?? {}).filter((name) => !settingNames.includes(name))).toEqual([]);
  expect(kally?.environment.PORT).toBe(imagePort);
  expect(Number.parseInt(kally?.stop_grace_period ?? '', 10)).toBeGreaterThan(longestStopSeconds);
  expect(existsSync(join(root, 'docs/deploy', kally?.build ?? '', 'Dockerfile'))).toBe(true);
  const database = new URL((kally?.environment.DATABASE_URL ?? '').replace(/\$\{[^}]+\}/, 'password'));
  expect(Object.keys(compose.services)).toContain(database.hostname);
  expect(database.username).toBe(postgres?.environment.POSTGRES_USER);
  expect(database.pathname).toBe(`/${postgres?.environment.POSTGRES_DB}`);
  const mounted = [...(postgres?.volumes ?? []), ...(proxy?.volumes ?? [])].map(
    (it) => it.split(':')[0] ?? '',
  );
  for (const source of mounted)
    expect(
      source.startsWith('.') ? existsSync(join(root, 'docs/deploy', source)) : source in compose.volumes,
    ).toBe(true);
  const caddyfile = read('docs/deploy/Caddyfile');
  expect(caddyfile).toContain('name kally');
  expect(caddyfile).toContain(`port ${imagePort}`);
  expect([...caddyfile.matchAll(/\{\$(\w+)\}/g)].map(([, name]) => name)).toEqual(
    Object.keys(proxy?.environment ?? {}),
  );
});

test('the Kubernetes example replaces replicas one by one, as an unprivileged user', () => {
  expect(resources.map(({ kind }) => kind)).toEqual([
    'Deployment',
    'PodDisruptionBudget',
    'Service',
    'Ingress',
  ]);
  const [deployment, , service] = resources;
  const pod = deployment?.spec.template;
  const container = pod?.spec.containers[0];
  expect(deployment?.spec).toMatchObject({
    replicas: 2,
    strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    selector: { matchLabels: pod?.metadata.labels },
  });
  expect(service?.spec.selector).toEqual(pod?.metadata.labels);
  expect(pod?.spec.securityContext).toMatchObject({ runAsNonRoot: true });
  expect(container?.securityContext).toMatchObject({ readOnlyRootFilesystem: true });
  expect(container?.ports[0]?.containerPort).toBe(Number(imagePort));
  expect(service?.spec.ports?.[0]?.targetPort).toBe(container?.ports[0]?.name);
  expect(container?.env.filter(({ name }) => !settingNames.includes(name))).toEqual([]);
  expect(container?.env).toContainEqual({ name: 'PORT', value: imagePort });
  expect(pod?.spec.terminationGracePeriodSeconds).toBeGreaterThan(longestStopSeconds + 5);
});

test('the probed addresses are served', async () => {
  const container = resources[0]?.spec.template?.spec.containers[0];
  const log = pino({ level: 'silent' });
  const server = createHttpServer({ routes: [], isReady: async () => true, pages: serverPages, log });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const inDockerfile = /\/healthz/.exec(dockerfile)?.[0];
  const paths = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe].map(
    (probe) => probe?.httpGet.path,
  );
  for (const path of [...paths, inDockerfile])
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
  await server.close();
});
