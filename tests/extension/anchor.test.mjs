import assert from 'node:assert/strict';
import {test} from 'node:test';

import {contract, load} from './load.mjs';

load('code-points', 'anchor');

for (const {name, page, quote, found} of contract('anchors.json')) {
  test(name, () => {
    const place = Anchor.locate(page, quote);

    const [start, end] = found?.map(CodePoints.toUnits(page)) ?? [];
    assert.deepEqual(place, found && {start, end});
  });
}

for (const {name, text, words, points, units, prefix, suffix} of contract('offsets.json')) {
  const [start, end] = units;
  const quote = {exact: words, prefix, suffix};
  const place = (span) => Anchor.place(text, CodePoints.toUnits(text), span, quote);

  test(`by its offsets: ${name}`, () => {
    assert.deepEqual(place({start: points[0], end: points[1]}), {start, end});
  });

  test(`by its words, where the offsets do not hold them: ${name}`, () => {
    assert.deepEqual(place({start: points[0] + 1, end: points[1] + 1}), {start, end});
    assert.deepEqual(place(null), {start, end});
  });
}
