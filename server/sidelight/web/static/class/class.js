/**
 * A pupil's page of one report: passages are chosen, a question is picked for each, and
 * what the teacher has opened is shown on cards. Marks and cards are drawn by the
 * extension's own modules.
 */
import {look} from '/static/extension/look.js';
import {readPage} from '/static/extension/service.js';
import {choosing} from './choosing.js';
import {forget, queue} from './queue.js';
import {textOf} from './text.js';
import {watch} from './watch.js';

/** @typedef {import('./queue.js').Mark} Mark */

const data = JSON.parse(get('lesson-data').textContent ?? '{}');
const say = data.words;
const root = get('text');
const text = textOf(root);
const picker = get('picker');
const saved = get('saved');
const spoken = get('spoken');
const words = /** @type {HTMLInputElement} */ (get('words'));
/** @type {Mark[]} As the service had them when the page came. */
const known = data.marks;
/** @type {Mark[]} */
let marks = [];
/** @type {Span | null} Chosen, and not a mark yet. */
let span = null;
/** @type {Mark | null} The mark that the picker is about. */
let current = null;
let open = data.state.state === 'open';
/** @type {ReturnType<typeof Marks.paint> | null} */
let painted = null;

const kept = queue(data, {changed: draw, state: heard, status});
const choice = choosing(
  root,
  text,
  data.sentences.map((/** @type {[number, number]} */ [start, end]) => ({start, end})),
  {chosen, ask: enterPicker, say: (chosenWords) => tell(fill(say.selected, {words: chosenWords})), hit},
);

root.tabIndex = 0;
root.setAttribute('role', 'group');
root.setAttribute('aria-label', say.text);
get('how-to').hidden = !open;
get('leave').addEventListener('submit', forget);
for (const button of picks()) button.addEventListener('click', () => pick(button.dataset['question'] ?? ''));
get('cancel').addEventListener('click', close);
get('done').addEventListener('click', close);
get('remove').addEventListener('click', remove);
words.addEventListener('change', () => current && change({text: words.value.trim()}));
picker.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
  else if (event.key === 'Enter' && event.target === words) close();
});
watch(data.state.version, heard, say);
draw();
void cards();

/** Somebody has chosen a passage, or let it go. @param {Span | null} now */
function chosen(now) {
  if (now && open) show(now, null);
  else if (!now && !current && !picker.contains(document.activeElement)) hide();
}

/** @param {Span} here @param {Mark | null} mark */
function show(here, mark) {
  span = here;
  current = mark;
  get('picked').replaceChildren(short(text.words(here)));
  for (const button of picks()) {
    button.setAttribute('aria-pressed', String(mark?.question === button.dataset['question']));
  }
  words.value = mark?.text ?? '';
  for (const id of ['more', 'remove', 'done']) get(id).hidden = !mark;
  get('cancel').hidden = Boolean(mark);
  picker.hidden = false;
  document.body.classList.add('picking');
  uncover(here);
}

/** The picker lies over the page's foot: what it is about stays in sight. @param {Span} here */
function uncover(here) {
  const box = text.rangesOf(here).at(-1)?.getBoundingClientRect();
  const hidden = (box?.bottom ?? 0) - picker.getBoundingClientRect().top + 16;
  if (box && hidden > 0) scrollBy({top: hidden, behavior: 'instant'});
}

function enterPicker() {
  picks()[0]?.focus();
}

function hide() {
  picker.hidden = true;
  span = current = null;
  document.body.classList.remove('picking');
}

function close() {
  if (current && words.value.trim() !== current.text) change({text: words.value.trim()});
  const inside = picker.contains(document.activeElement);
  hide();
  choice.clear();
  if (inside) root.focus({preventScroll: true});
}

/** @param {string} question */
function pick(question) {
  if (!span) return;
  if (current) change({question});
  else {
    const id = crypto.randomUUID ? crypto.randomUUID() : made();
    put({id, report: data.report, ...span, question, text: '', revision: 1});
  }
  tell(fill(say.marked, {question: label(question)}));
  document.getSelection()?.removeAllRanges();
}

/** @param {Partial<Mark>} changes */
function change(changes) {
  if (current) put({...current, ...changes, revision: current.revision + 1});
}

/** @param {Mark} mark */
function put(mark) {
  kept.put(mark);
  show({start: mark.start, end: mark.end}, mark);
}

function remove() {
  if (!current) return;
  kept.put({...current, removed: true, text: '', revision: current.revision + 1});
  tell(say.removed);
  hide();
  choice.clear();
  root.focus({preventScroll: true});
}

/** A click on a mark opens it. @param {number} x @param {number} y */
function hit(x, y) {
  const found = painted?.at(x, y)[0];
  const mark = marks.find(({id}) => id === found?.note.id);
  if (!mark || !open) return false;
  show({start: mark.start, end: mark.end}, mark);
  return true;
}

/** Draws the marks over the text, and lists them below it. */
function draw() {
  marks = kept
    .merged(known)
    .filter(({report}) => report === data.report)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const placed = marks.map((mark) => ({
    note: /** @type {Note} */ (/** @type {unknown} */ ({id: mark.id, family: `mine-${mark.question}`})),
    ranges: text.rangesOf(mark),
  }));
  if (typeof Highlight !== 'undefined') {
    painted?.clear();
    painted = Marks.paint(placed, '', []);
  }
  get('own-marks').replaceChildren(...marks.map(line));
  get('no-marks').hidden = marks.length > 0;
}

/** @param {Mark} mark */
function line(mark) {
  const {element} = Build;
  const quote = text.words(mark);
  return element(
    'li',
    {},
    element('span', {class: `swatch mine-${mark.question}`, 'aria-hidden': 'true'}, 'abc'),
    ' ',
    element('b', {}, label(mark.question)),
    ' ',
    element('q', {lang: 'en'}, quote),
    mark.text ? element('span', {class: 'said'}, ` ${mark.text}`) : null,
    open
      ? element(
          'button',
          {type: 'button', class: 'quiet', 'aria-label': `${say.change}: ${short(quote)}`, onclick: () => {
            show({start: mark.start, end: mark.end}, mark);
            enterPicker();
          }},
          say.change,
        )
      : null,
  );
}

/** @param {import('./queue.js').LessonState} state */
function heard(state) {
  if (state.state !== data.state.state) {
    data.state.state = state.state;
    open = state.state === 'open';
    get('how-to').hidden = !open;
    get('lesson-state').replaceChildren(open ? '' : state.state === 'ended' ? say.ended : say.stopped);
    if (open) kept.soon(0);
    else hide();
    draw();
  }
}

/** @param {'saved' | 'saving' | 'kept' | 'gone' | 'full'} word @param {string} [why] */
function status(word, why = '') {
  saved.dataset['state'] = word;
  saved.replaceChildren(fill(say[word], {why}));
}

/** Notes that are open: a click on one opens the extension's own card. */
async function cards() {
  if (!data.page.items.length) return;
  await Here.ready();
  const answer = readPage(location.origin, data.page);
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const shell = Shell.open(await look(), theme, () => void cardsHere.close());
  const cardsHere = Cards.keeper(shell, document.createElement('div'));
  const inOrder = answer.notes
    .map((note) => ({note, ranges: note.span && note.part === 'text' ? text.rangesOf(note.span) : []}))
    .filter(({ranges}) => ranges.length)
    .sort((a, b) => (a.note.span?.start ?? 0) - (b.note.span?.start ?? 0));

  /** @param {number} index */
  function step(index) {
    const one = inOrder.at(index % inOrder.length);
    if (!one) return;
    one.ranges[0]?.startContainer.parentElement?.scrollIntoView({block: 'center', behavior: 'instant'});
    const here = [one, ...inOrder.filter((other) => other !== one && Places.meet(one, other))];
    const way = {
      index: inOrder.indexOf(one),
      of: inOrder.length,
      previous: () => step(index - 1 + inOrder.length),
      next: () => step(index + 1),
      close: () => void cardsHere.close(),
      notNeeded: null,
    };
    cardsHere.open(Card.build(here.map(({note}) => note), answer, way), here.flatMap(({ranges}) => ranges));
  }

  root.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('.passage a, .ref a');
    if (!link) return;
    const range = document.createRange();
    range.selectNode(link.closest('.passage, .ref') ?? link);
    const found = inOrder.findIndex(({ranges}) =>
      ranges.some((one) => link.closest('.ref')
        ? one.compareBoundaryPoints(Range.END_TO_END, range) <= 0 && touchesEnd(one, range)
        : one.intersectsNode(link)),
    );
    if (found < 0) return;
    event.preventDefault();
    step(found);
  });
  addEventListener('keydown', ({key}) => key === 'Escape' && cardsHere.close());
  document.addEventListener('click', (event) => {
    if (!shell.holds(event) && !event.defaultPrevented) cardsHere.close();
  });
}

/** @param {Range} passage @param {Range} ref Whether the number stands right behind. */
function touchesEnd(passage, ref) {
  const between = document.createRange();
  between.setStart(passage.endContainer, passage.endOffset);
  between.setEnd(ref.startContainer, ref.startOffset);
  return between.toString() === '';
}

/** @param {string} question */
function label(question) {
  return picks().find((button) => button.dataset['question'] === question)?.innerText.replace(/^abc\s*/, '') ?? '';
}

/** @returns {HTMLElement[]} */
function picks() {
  return [...picker.querySelectorAll('.pick')].map((one) => /** @type {HTMLElement} */ (one));
}

/** @param {string} sentence */
function tell(sentence) {
  spoken.replaceChildren(sentence);
}

/** @param {string} sentence @param {Record<string, string>} parts */
function fill(sentence, parts) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? '');
}

/** @param {string} quote */
function short(quote) {
  return quote.length > 160 ? `${quote.slice(0, 150)} …` : quote;
}

/** An id where the page is not in a secure context: 122 random bits too. */
function made() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} id @returns {HTMLElement} */
function get(id) {
  const found = document.getElementById(id);
  if (!found) throw new TypeError(`no #${id}`);
  return found;
}
