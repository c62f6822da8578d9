// The lines for a slide name the site's script and hold the situation, whatever stands in them.
import { expect, it } from 'vitest';
import { slideLines } from '../../src/link/slideLines';

it('the script lies beside the course, the situation in the element', () => {
  expect(slideLines('1.400.abc', 'https://a.example/b/index.html#/?s=1', 'A stage')).toBe(
    '<div class="blast-radius" data-situation="1.400.abc"><img src="blast-radius.svg" alt="A stage"></div>\n' +
      '<script src="https://a.example/b/blast-radius-slides.js"></script>\n',
  );
});

it('no sign of HTML gets out of its attribute', () => {
  expect(slideLines('"><script>', 'https://a.example/?a="&b', '<b>&"')).toBe(
    '<div class="blast-radius" data-situation="&quot;>&lt;script>"><img src="blast-radius.svg" alt="&lt;b>&amp;&quot;"></div>\n' +
      '<script src="https://a.example/blast-radius-slides.js"></script>\n',
  );
});
