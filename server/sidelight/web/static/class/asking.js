/**
 * A teacher selects a passage: its words and place go into the form for a question.
 */
import {textOf} from './text.js';

const root = document.querySelector('[data-marking]');
const passage = document.getElementById('passage');
const start = document.getElementById('start');

if (root instanceof HTMLElement && passage instanceof HTMLTextAreaElement && start instanceof HTMLInputElement) {
  const text = textOf(root);
  root.addEventListener('mouseup', take);
  root.addEventListener('keyup', take);
  root.addEventListener('touchend', () => setTimeout(take, 300));
  passage.addEventListener('input', () => (start.value = ''));

  function take() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const span = text.spanOf(selection.getRangeAt(0));
    if (!span || !(passage instanceof HTMLTextAreaElement) || !(start instanceof HTMLInputElement)) return;
    passage.value = text.words(span);
    start.value = String(span.start);
  }
}
