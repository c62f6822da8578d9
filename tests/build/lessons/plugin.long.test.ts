// The plugin inside Vite: what a build of a right course holds, and that a broken lesson breaks the build.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build, createServer, type Rolldown } from 'vite';
import { lessons } from '../../../src/build/lessons/plugin';
import { createCourse, type TestCourse } from './course';

let course: TestCourse;
beforeEach(() => {
  course = createCourse();
});
afterEach(() => course.remove());

const ENTRY = 'virtual:entry';

/** Vite with this plugin alone, and a page that lists the lessons. */
function config(): Parameters<typeof build>[0] & object {
  return {
    configFile: false,
    root: course.path,
    logLevel: 'silent',
    plugins: [
      lessons({ course: course.path }),
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
        load: (id) =>
          id === `\0${ENTRY}`
            ? "import { lessons } from 'virtual:lessons'; document.title = lessons.map((one) => one.meta.title).join();"
            : null,
      },
    ],
  };
}

async function buildCourse(): Promise<readonly Rolldown.OutputChunk[]> {
  const built = await build({ ...config(), build: { write: false, rolldownOptions: { input: ENTRY } } });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk');
}

describe('a build', () => {
  it('lists the lessons, and loads page and solution apart', async () => {
    const chunks = await buildCourse();
    const entry = chunks.find(({ isEntry }) => isEntry);
    expect(entry?.code).toContain('Small lesson');
    expect(entry?.code).not.toContain('Nobody was told');
    const page = chunks.find(({ code }) => code.includes('Nobody was told'));
    expect(page?.code).not.toContain('kills nothing');
    expect(chunks.some(({ code }) => code.includes('kills nothing'))).toBe(true);
  });

  it('fails with file, line and what to do when a lesson contradicts itself', async () => {
    const line = course.replace('lesson.md', ':fig[looked-for]', ':fig[lost]');
    await expect(buildCourse()).rejects.toThrow(
      new RegExp(`lesson\\.md:${line}: checks\\.ts has no figure "lost"\\. Define it`),
    );
  });

  it('fails when a page cannot be read', async () => {
    const line = course.replace('lesson.md', 'One host carries', 'In 3 ways, one host carries');
    await expect(buildCourse()).rejects.toThrow(
      new RegExp(`lesson\\.md:${line}: The figure "3" stands in prose`),
    );
  });
});

describe('the development server', () => {
  it('gives the page as a module, and the mistake after an edit', async () => {
    const server = await createServer({ ...config(), server: { middlewareMode: true, ws: false } });
    try {
      const file = join(course.lesson, 'lesson.md');
      const loaded = (await server.ssrLoadModule(file)) as { page: { slug: string } };
      expect(loaded.page.slug).toBe('small-lesson');
      course.replace('lesson.md', '::task', '::tusk');
      server.moduleGraph.invalidateAll();
      await expect(server.ssrLoadModule(file)).rejects.toThrow(/::tusk is unknown/);
    } finally {
      await server.close();
    }
  });
});
