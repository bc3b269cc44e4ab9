import assert from 'node:assert/strict';
import {test} from 'node:test';

import {load, read} from './load.mjs';

load('background-colour');

const TOKENS = Object.fromEntries(
  [...read('tokens.css').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name, {light, dark}],
  ),
);

const luminance = (hex) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return BackgroundColour.luminance({red, green, blue});
};

function contrast(a, b) {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const ACCENTS = ['blue', 'ochre', 'violet'];
const least = [
  ...['paper', 'paper-sunk', 'paper-raised'].map((under) => ['ink', under, 12]),
  ...['paper', 'paper-raised'].flatMap((under) =>
    ['ink-soft', ...ACCENTS].map((colour) => [colour, under, 6]),
  ),
  ...['ink-soft', ...ACCENTS].map((colour) => [colour, 'paper-sunk', 5.5]),
  ...ACCENTS.map((colour) => [colour, `${colour}-wash`, 5.5]),
  ['line-strong', 'paper', 3],
  ['on-action', 'blue', 4.5],
];

for (const theme of ['light', 'dark']) {
  for (const [colour, under, ratio] of least) {
    test(`${theme}: ${colour} on ${under} has ${ratio}:1`, () => {
      assert.ok(contrast(TOKENS[colour][theme], TOKENS[under][theme]) >= ratio);
    });
  }

  test(`${theme}: no colour is red`, () => {
    for (const [name, values] of Object.entries(TOKENS)) {
      const [red, green, blue] = [1, 3, 5].map((at) => parseInt(values[theme].slice(at, at + 2), 16));
      assert.ok(!(red > 1.6 * green && red > 1.6 * blue && green < 80 && blue < 80 && green - blue < 40), name);
    }
  });
}
