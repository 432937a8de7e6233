// What the suites share: named checks, each bounded in time, and one line that counts them.
const checks = [];

/** The server to check: the first argument, or the one that README starts. */
export const server = new URL(process.argv[2] ?? 'http://127.0.0.1:5080');

/** The address of its graph. */
export const graph = new URL('/graphql', server).href;

/** Adds a check: it passes unless it throws, or says with `skip` why it cannot run here. */
export const check = (name, run) => checks.push({ name, run });

/** Thrown by a check that cannot run against this server. */
export class Skipped extends Error {}

/** Throws unless something holds. */
export function hold(condition, message) {
  if (!condition) throw new Error(message);
}

/** The value of a promise, or an error after some time. */
export function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what}: nothing within ${seconds} s`)), seconds * 1000); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until something holds. */
export async function until(seconds, what, condition) {
  const end = Date.now() + seconds * 1000;
  while (!condition()) {
    hold(Date.now() < end, `${what}: not within ${seconds} s`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Runs the checks one after another, counts them and ends the process. */
export async function report(suite) {
  let passed = 0;
  let skipped = 0;
  for (const { name, run } of checks) {
    try {
      await within(60, name, run());
      passed++;
    } catch (fault) {
      if (fault instanceof Skipped) skipped++;
      console.log(`${suite}: ${fault instanceof Skipped ? 'skipped' : 'FAILED'}: ${name}: ${fault.message}`);
    }
  }
  console.log(`${suite}: ${passed} of ${checks.length - skipped}${skipped ? `, ${skipped} skipped` : ''}`);
  process.exit(passed + skipped === checks.length ? 0 : 1);
}
