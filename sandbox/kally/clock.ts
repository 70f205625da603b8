import { type Clock, systemClock } from '../../src/domain/clock.ts';

/** setTimeout fires at once for anything longer. */
const longestTimeoutMs = 2 ** 31 - 1;

interface Timer {
  remainingMs: number;
  armedAt: number;
  armed?: AbortController;
  run: () => void;
}

export interface Appointed {
  callOff(): void;
  /** Of this clock. */
  remainingSeconds(): number;
}

/** Time that can run faster than another clock or stand still, for timers that are already waiting too. */
export class SandboxClock {
  readonly #base: Clock;
  #speed: number;
  readonly #timers = new Set<Timer>();

  constructor(speed: number, base = systemClock) {
    this.#base = base;
    this.#speed = checkSpeed(speed);
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    checkSpeed(speed);
    for (const timer of this.#timers) this.#disarm(timer);
    this.#speed = speed;
    for (const timer of this.#timers) this.#arm(timer);
  }

  /** The time of day, which has no speed. */
  now(): number {
    return this.#base.now();
  }

  /** Runs after so many seconds of this clock. */
  after(seconds: number, run: () => void): Appointed {
    const timer: Timer = { remainingMs: Math.max(0, seconds * 1000), armedAt: 0, run };
    this.#timers.add(timer);
    this.#arm(timer);
    return {
      callOff: () => this.#drop(timer),
      remainingSeconds: () => Math.max(0, this.#remainingMs(timer) / 1000),
    };
  }

  sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => this.after(seconds, resolve));
  }

  stop(): void {
    for (const timer of this.#timers) this.#drop(timer);
  }

  #arm(timer: Timer): void {
    timer.armedAt = this.#base.steady();
    if (this.#speed === 0 && timer.remainingMs > 0) return;
    const delayMs = timer.remainingMs === 0 ? 0 : Math.min(timer.remainingMs / this.#speed, longestTimeoutMs);
    timer.armed = new AbortController();
    this.#base.sleep(delayMs, timer.armed.signal).then(
      () => this.#fire(timer),
      () => {},
    );
  }

  #disarm(timer: Timer): void {
    timer.armed?.abort();
    timer.remainingMs = this.#remainingMs(timer);
  }

  #remainingMs(timer: Timer): number {
    return timer.remainingMs - (this.#base.steady() - timer.armedAt) * this.#speed;
  }

  #fire(timer: Timer): void {
    this.#disarm(timer);
    // Node's timers may fire up to a millisecond early.
    if (timer.remainingMs > this.#speed) {
      this.#arm(timer);
      return;
    }
    this.#timers.delete(timer);
    timer.run();
  }

  #drop(timer: Timer): void {
    timer.armed?.abort();
    this.#timers.delete(timer);
  }
}

function checkSpeed(speed: number): number {
  if (!Number.isFinite(speed) || speed < 0) throw new RangeError(`speed must be 0 or more, not ${speed}`);
  return speed;
}
