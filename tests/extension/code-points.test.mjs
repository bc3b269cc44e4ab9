import assert from 'node:assert/strict';
import {test} from 'node:test';

import {contract, load} from './load.mjs';

load('code-points');

for (const {name, text, words, points, units} of contract('offsets.json')) {
  test(name, () => {
    const [start, end] = points.map(CodePoints.toUnits(text));

    assert.deepEqual([start, end], units);
    assert.equal(text.slice(start, end), words);
  });
}

test('a place outside the text is none', () => {
  for (const text of ['abc', 'a\u{1F41F}c']) {
    const toUnits = CodePoints.toUnits(text);

    for (const point of [-1, 4, 1.5, NaN]) assert.ok(Number.isNaN(toUnits(point)));
  }
});
