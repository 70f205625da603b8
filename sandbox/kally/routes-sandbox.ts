import { z } from 'zod';
import { type Fault, faultSchema } from './faults.ts';
import { type Ask, html, json, jsonAs, type Reply, type Route } from './http.ts';
import { homePage } from './pages.ts';
import { magicPhones } from './phones.ts';
import type { World } from './world.ts';

/** How those outside the process work the sandbox. */
export interface Controls {
  setFault(fault: Fault | null): Promise<void>;
  reset(): void;
}

const speedSchema = z.object({ speed: z.number().positive().max(10_000) });
const tokensSchema = z.object({ do: z.enum(['expire', 'revoke']) });
/** `down` cannot be lifted over HTTP, so it ends by itself. */
const faultRequestSchema = z.object({
  fault: faultSchema.nullable(),
  forSeconds: z.number().positive().max(3600).optional(),
});

export function sandboxRoutes(world: World, controls: Controls): Route[] {
  return [
    { method: 'GET', path: '/', handle: () => html(homePage(world.api, world.clock.speed)) },
    { method: 'GET', path: '/sandbox/rings', handle: () => json(world.calls.rings()) },
    { method: 'GET', path: '/sandbox/traffic', handle: () => json(world.traffic.recent()) },
    { method: 'GET', path: '/sandbox/phones', handle: () => json(magicPhones) },
    { method: 'POST', path: '/sandbox/speed', handle: (ask) => changeSpeed(world, ask) },
    { method: 'POST', path: '/sandbox/fault', handle: (ask) => changeFault(controls, ask) },
    { method: 'POST', path: '/sandbox/tokens', handle: (ask) => changeTokens(world, ask) },
    { method: 'POST', path: '/sandbox/reset', handle: () => reset(controls) },
  ];
}

function changeSpeed(world: World, ask: Ask): Reply {
  world.clock.speed = jsonAs(ask, speedSchema).speed;
  return json({ speed: world.clock.speed });
}

async function changeFault(controls: Controls, ask: Ask): Promise<Reply> {
  const { fault, forSeconds = fault?.kind === 'down' ? 10 : undefined } = jsonAs(ask, faultRequestSchema);
  // `down` cuts every connection, this one too: first the answer, then the fault.
  if (fault?.kind === 'down') setTimeout(() => void controls.setFault(fault), 50).unref();
  else await controls.setFault(fault);
  if (fault && forSeconds !== undefined) {
    setTimeout(() => void controls.setFault(null), 50 + forSeconds * 1000).unref();
  }
  return json({ fault, forSeconds: forSeconds ?? null });
}

function changeTokens({ tokens }: World, ask: Ask): Reply {
  const { do: what } = jsonAs(ask, tokensSchema);
  if (what === 'expire') tokens.expireAccessTokens();
  else tokens.revoke();
  return json({ done: what });
}

function reset(controls: Controls): Reply {
  controls.reset();
  return json({ done: 'reset' });
}
