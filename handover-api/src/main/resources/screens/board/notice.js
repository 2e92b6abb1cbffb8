// @ts-check
/** The board's own word about the last key or click, where nothing went to the server. */
import { changed } from './store.js';

/** @type {{text: string, tone: '' | 'bad'}} */
let notice = { text: '', tone: '' };

/** @param {string} text empty to take it away @param {'' | 'bad'} [tone] */
export function say(text, tone = '') {
  notice = { text, tone };
  changed('footer');
}

export function noticeNow() {
  return notice;
}
