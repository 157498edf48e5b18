import { describe, expect, it } from 'vitest';
import { offsets, segments, slice, type Marked } from './spans';

const mark = (start: number, end: number, field: string, claim: string | null = `${field}1`): Marked => ({ start, end, field, claim });

describe('code points', () => {
  it('are not UTF-16 units', () => {
    const text = '🚀🚀 hit Şırnak';
    expect(text.length).toBe(15);
    expect(slice(text, 3, 6)).toBe('hit');
    expect(slice(text, 7, 13)).toBe('Şırnak');
    expect(slice(text, 0, 1)).toBe('🚀');
  });
  it('are what Array.from counts, whatever the text', () => {
    const texts = ['', 'abc', '😀', 'a😀b', '\ud800', '\udc00\ud800x', 'é́ 👩‍🚒 العربية', '\ud83d\ud83d\ude00'];
    for (const text of texts) {
      const points = Array.from(text);
      expect(offsets(text).length).toBe(points.length + 1);
      for (let i = 0; i < points.length; ++i) expect(slice(text, i, i + 1)).toBe(points[i]);
    }
  });
  it('never reach beyond the text', () => {
    expect(slice('abc', 2, 99)).toBe('c');
    expect(slice('abc', -5, 1)).toBe('a');
  });
});

describe('segments', () => {
  it('give the whole text, whatever is marked', () => {
    const text = '🚀 Five were killed and ten hurt.';
    const pieces = segments(text, [mark(2, 17, 'killed'), mark(2, 33, 'wounded'), mark(900, 901, 'type'), mark(4, 4, 'type')]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
  it('tell which evidence covers a piece, and where it ends', () => {
    const pieces = segments('one two three', [mark(0, 7, 'killed', 'c1'), mark(4, 13, 'wounded', 'c2')]);
    expect(pieces.map((piece) => [piece.text, piece.fields, piece.ends])).toEqual([
      ['one ', ['killed'], []],
      ['two', ['killed', 'wounded'], ['killed']],
      [' three', ['wounded'], ['wounded']],
    ]);
    expect(pieces[1]!.claims).toEqual(['c1', 'c2']);
  });
  it('take the narrowest mention for the words', () => {
    const pieces = segments('a rocket site', [mark(0, 13, 'physical_targets', null), mark(2, 8, 'instruments', null)]);
    expect(pieces.map((piece) => piece.mention)).toEqual(['physical_targets', 'instruments', 'physical_targets']);
  });
  it('leave a text without marks in one piece', () => {
    expect(segments('quiet', [])).toHaveLength(1);
    expect(segments('', [])).toHaveLength(0);
  });
});
