import assert from 'node:assert/strict';
import {test} from 'node:test';

import {load} from './load.mjs';

load('placing');

const VIEW = {width: 1280, height: 800};
const CARD = {width: 352, height: 300};

const box = (left, top, width, height) => ({left, top, right: left + width, bottom: top + height});
const covers = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const pages = {
  'room in the right margin': {column: box(100, 0, 600, 2000), at: 'right'},
  'room in the left margin alone': {column: box(600, 0, 600, 2000), at: 'left'},
  'no margin': {column: box(20, 0, 1240, 2000), at: 'below'},
  'no margin, at the foot of the window': {column: box(20, 0, 1240, 2000), y: 700, at: 'above'},
  'a narrow window': {column: box(10, 0, 360, 2000), view: {width: 380, height: 700}, at: 'below'},
  'a right margin where the status card stands in the way': {
    column: box(100, 0, 700, 2000),
    y: 600,
    taken: box(944, 540, 320, 240),
    at: 'right',
  },
  'a right margin that the status card fills': {
    column: box(500, 0, 400, 2000),
    y: 600,
    taken: box(944, 100, 320, 680),
    at: 'left',
  },
};

for (const [name, {column, y = 200, view = VIEW, taken = null, at}] of Object.entries(pages)) {
  test(`${name}: ${at}`, () => {
    const passage = box(column.left + 40, y, 200, 24);

    const {left, top, height} = Placing.place({passage, column, taken}, CARD, view);

    const card = box(left, top, CARD.width, height);
    const side =
      card.left >= column.right ? 'right'
      : card.right <= column.left ? 'left'
      : card.top >= passage.bottom ? 'below'
      : 'above';
    assert.equal(side, at);
    assert.ok(!covers(card, passage));
    assert.ok(!taken || at === 'below' || !covers(card, taken));
    assert.ok(card.left >= 0 && card.right <= view.width);
    assert.ok(height >= 180);
  });
}

test('a passage that fills the window is not covered: the page is to be scrolled', () => {
  const passage = box(20, -50, 1240, 900);

  const {top} = Placing.place({passage, column: passage, taken: null}, CARD, VIEW);

  assert.ok(top >= passage.bottom);
});

test('a card higher than the window scrolls inside', () => {
  const column = box(100, 0, 600, 2000);

  const {top, height} = Placing.place(
    {passage: box(120, 200, 100, 24), column, taken: null},
    {width: 352, height: 2000},
    VIEW,
  );

  assert.ok(top >= 0 && top + height <= VIEW.height);
});
