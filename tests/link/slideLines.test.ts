// The lines for a slide name the site's script and hold the situation, whatever stands in them.
import { expect, it } from 'vitest';
import { slideLines } from '../../src/link/slideLines';

const lines = (packed: string, address: string, still: string) =>
  slideLines({ packed, address, hint: 'Save it & go on.', still });
const HINT = '<!-- Save it &amp; go on. -->\n';

it('the script lies beside the course, the situation in the element, and without a picture there is a link', () => {
  expect(lines('1.400.abc', 'https://a.example/b/index.html#/?s=1', 'A stage')).toBe(
    `${HINT}<div class="blast-radius" data-situation="1.400.abc">` +
      '<a href="https://a.example/b/index.html#/?s=1"><img src="blast-radius.svg" alt="A stage"></a></div>\n' +
      '<script src="https://a.example/b/blast-radius-slides.js"></script>\n',
  );
});

it('no sign of HTML gets out of its attribute', () => {
  expect(lines('"><script>', 'https://a.example/?a="&b', '<b>&"')).toBe(
    `${HINT}<div class="blast-radius" data-situation="&quot;>&lt;script>">` +
      '<a href="https://a.example/?a=&quot;&amp;b"><img src="blast-radius.svg" alt="&lt;b>&amp;&quot;"></a></div>\n' +
      '<script src="https://a.example/blast-radius-slides.js"></script>\n',
  );
});
