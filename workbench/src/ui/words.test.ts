import { describe, expect, it } from 'vitest';
import { countryName, number, place, quantity, value } from './words';

const q = (low: number | null, best: number | null, high: number | null) => quantity({ low, best, high, text: null });

describe('quantities', () => {
  it('say what is known and no more', () => {
    expect(q(5, 5, 5)).toBe('5');
    expect(q(5, 5, null)).toBe('at least 5');
    expect(q(3, 5, 7)).toBe('5 (3–7)');
    expect(q(24, null, null)).toBe('at least 24');
    expect(q(null, null, 9)).toBe('up to 9');
    expect(q(0, 0, 0)).toBe('none');
    expect(q(0, 3, 3)).toBe('3 (0–3)');
    expect(q(null, null, null)).toBe('');
  });
});

it('large numbers have a space that neither a comma nor a point can be taken for', () => {
  expect(number(50_000)).toBe('50\u202f000');
  expect(number(1_234_567)).toBe('1\u202f234\u202f567');
  expect(number(999)).toBe('999');
});

describe('places', () => {
  it('have the country by its name', () => {
    const where = { name: 'Mosul', lat: 36, lon: 43, country: 'IQ', admin1: 'Nineveh', precision: 'city', gazetteer_id: null };
    expect(place(where)).toBe('Mosul, Nineveh, Iraq');
    expect(place({ ...where, name: 'Iraq', admin1: null })).toBe('Iraq');
    expect(countryName('XX1')).toBe('XX1');
  });
});

describe('values of claims', () => {
  it('are words in any form', () => {
    expect(value('type', 'drone_attack')).toBe('drone attack');
    expect(value('perpetrators', null)).toBe('nobody named');
    expect(value('perpetrators', { name: 'ISIS', actor_id: null, kind: 'rebel', nation: null, status: 'claimed' })).toBe('ISIS (claimed)');
    expect(value('killed', { low: 3, best: 3, high: null, text: 'at least three' })).toBe('at least 3');
    expect(value('killed', { low: null, best: null, high: null, text: 'scores' })).toBe('“scores”');
    expect(value('when', { start: '2024-10-14', end: '2024-10-14', precision: 'day', part_of_day: null, basis: 'stated' })).toBe('14 Oct 2024');
  });
});
