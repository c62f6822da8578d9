// R1: the real stage with 200 containers, as the workbench shows it. Without the rate limit each frame shows another
// second, so that every countdown and every bar changes in every frame; with it, time runs as it does for a learner.
import { loadavg } from 'node:os';
import { UNLIMITED, noBrowser, onPage, withSite } from './browser';
import { shown } from './row';
import type { Row } from './row';
import { median, quantile } from './statistics';

/** All ten hosts of the fixture are in sight at once. */
const VIEWPORT = { width: 600, height: 3_950 };
const FRAMES = 150;
const WARM = 20;
const ON_TIME = 17.5;

/** Milliseconds between frames of a fixture, those that its main thread worked, and how many containers are drawn. */
function frames(address: string, fixture: string, flags: readonly string[]) {
  return onPage(flags, VIEWPORT, async (page) => {
    await page.goto(`${address}workbench.html#/stage/${fixture}`);
    await page.locator('main [data-id^="container/"]').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
    };
    const before = await worked();
    const seen = await page.evaluate(
      async ([count, warm]) => {
        const next = () => new Promise<number>(requestAnimationFrame);
        const times: number[] = [];
        let last = await next();
        for (let frame = 0; frame < warm + count; frame++) {
          const now = await next();
          if (frame >= warm) times.push(now - last);
          last = now;
        }
        return { times, containers: document.querySelectorAll('main [data-id^="container/"]').length };
      },
      [FRAMES, WARM] as const,
    );
    return { ...seen, mainMs: ((await worked()) - before) / (FRAMES + WARM) };
  });
}

/** R1: median work of a frame without the rate limit, and the share of frames that are on time with it. */
export async function realStage(): Promise<Row> {
  const what = 'stage: ms of a frame, 200 containers with labels and hatches, all changing and in sight';
  const goal = '<= 14 ms; 95 % within 17.5';
  const id = 'R1';
  const load = loadavg()[0] ?? 0;
  const free = await withSite((address) => frames(address, 'restless?scrub', UNLIMITED));
  const limited = await withSite((address) => frames(address, 'restless?live', []));
  if (free === null || limited === null) return noBrowser({ id, what, goal });
  const work = median(free.times);
  const onTime = limited.times.filter((time) => time <= ON_TIME).length / limited.times.length;
  return {
    id,
    what,
    measured: `${shown(work, 1)} ms (${shown(free.mainMs, 1)} of the main thread); ${shown(onTime * 100, 0)} % (load of the machine ${shown(load, 1)})`,
    goal,
    holds: work <= 14 && onTime >= 0.95 && free.containers === 200,
    stretch: '<= 8 ms; 99 %',
    numbers: {
      medianMs: work,
      p95Ms: quantile(free.times, 0.95),
      onTime,
      mainMs: free.mainMs,
      limitedMedianMs: median(limited.times),
      limitedMainMs: limited.mainMs,
      containers: free.containers,
      load,
    },
  };
}
