import assert from 'node:assert/strict';
import {test} from 'node:test';

import {load} from './load.mjs';

load('text-map');

/** Writes text nodes, given as strings; a symbol is what stands between them. */
const BLOCK = Symbol('a block ends');
const BREAK = Symbol('a line break');
const GAP = Symbol('something passed over');

function written(...parts) {
  const writer = TextMap.write();
  for (const part of parts) {
    if (part === BLOCK) writer.block();
    else if (part === BREAK) writer.space();
    else if (part === GAP) writer.gap(false);
    else writer.words({data: part});
  }
  return writer.finish();
}

const texts = {
  'white space is one space': [['a \n\t b\u00a0\u00a0c'], 'a b c'],
  'white space at the ends of a block is none': [[BLOCK, '\n  a\n', BLOCK, '  b ', BLOCK], 'a\n\nb'],
  'blocks are joined by one blank line': [['a', BLOCK, BLOCK, '\n', BLOCK, 'b'], 'a\n\nb'],
  'a line break is a space': [['a', BREAK, 'b', BREAK, BREAK, ' c'], 'a b c'],
  'a space may stand in either node': [['a ', 'b', ' c', ' ', ' d'], 'a b c d'],
  'a word may go on in the next node': [['T', 'he'], 'The'],
  'soft hyphens and zero-width spaces are left out': [['go\u00adver\u200bn\u2060ment'], 'government'],
  'joiners that make letters and emoji stay': [['\u{1F468}\u200d\u{1F467} \u0645\u200c\u06cc'], '\u{1F468}\u200d\u{1F467} \u0645\u200c\u06cc'],
  'half a surrogate pair is a replacement character': [['a\ud83dz'], 'a\ufffdz'],
  'nothing': [['  ', BLOCK, BREAK], ''],
};

for (const [name, [parts, text]] of Object.entries(texts)) {
  test(name, () => {
    const mapped = written(...parts);

    assert.equal(mapped.text, text);
    for (const {start, end, node, at} of mapped.pieces) {
      const shown = node.data.slice(at, at + end - start).toWellFormed();
      assert.equal(shown.replace(/\s/, ' '), text.slice(start, end));
    }
  });
}

test('every character but the joins comes from a node', () => {
  const {text, pieces} = written(BLOCK, ' a  b', BREAK, 'c', BLOCK, 'd ', 'e');

  const mapped = new Set(pieces.flatMap(({start, end}) => [...Array(end).keys()].slice(start)));
  const joins = [...text].filter((_, index) => !mapped.has(index));
  assert.equal(text, 'a b c\n\nd e');
  assert.deepEqual(joins, [' ', '\n', '\n']);
});

test('a block and something passed over part the pieces, white space does not', () => {
  const {pieces} = written('a', GAP, ' b  c', BLOCK, 'd', 'e');

  assert.deepEqual(pieces.map(({node, apart}) => [node.data, apart]), [
    ['a', false],
    [' b  c', true],
    [' b  c', false],
    ['d', true],
    ['e', false],
  ]);
});
