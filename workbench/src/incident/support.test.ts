import { describe, expect, it } from 'vitest';
import type { Claim, Incident, ReportRef } from '../api/types';
import { changes } from './changes';
import { claimText, facts, reportsInTime, voices } from './support';

const nothing = { low: null, best: null, high: null, text: null };
const report = (id: string, outlet: string, day: string | null): ReportRef => ({
  id, outlet, uri: `https://${id}.example`, title: `Title ${id}`,
  published: day ? { start: day, end: day, precision: 'day', part_of_day: null, basis: 'stated' } : null,
});
const claim = (id: string, field: string, value: unknown, more: Partial<Claim> = {}): Claim => ({
  id, field, value, polarity: 'affirmed', certainty: 'stated', speaker: null, why: null,
  evidence: { report: id.split('/')[0]!, start: 0, end: 1, text: 'x' }, ...more,
});

function incident(change: Partial<Incident> = {}): Incident {
  return {
    id: 'i1', type: 'shelling', phase: 'new', outcome: 'completed',
    when: { start: '2024-10-14', end: '2024-10-14', precision: 'day', part_of_day: null, basis: 'relative' },
    where: { name: 'Mosul', lat: 36, lon: 43, country: 'IQ', admin1: null, precision: 'city', gazetteer_id: null },
    perpetrators: [], instruments: [], physical_targets: [], human_targets: [],
    killed: { low: 3, best: 5, high: 7, text: null }, wounded: nothing, abducted: nothing, damage: null,
    summary: 'Shelling in Mosul.', reports: [], independent_sources: 1, sources: [], confidence: 0.5,
    grade: { record: { grade: 'fair', reasons: [] }, attribution: { grade: null, reasons: [] } },
    claims: [], disagreements: [], toll_history: {}, codes: {}, revision: 1, merged_from: [], corrections: [],
    background: [], recalls: [], members: [],
    ...change,
  };
}

describe('facts', () => {
  const one = incident({
    reports: [report('a', 'A', '2024-10-14'), report('b', 'B', '2024-10-15')],
    claims: [claim('a/e1/c1', 'killed', nothing), claim('b/e1/c1', 'killed', nothing), claim('b/e1/c2', 'killed', nothing)],
    disagreements: [
      { field: 'killed', kind: 'conflict', positions: [] }, { field: 'wounded', kind: 'update', positions: [] },
    ],
    corrections: [
      { id: 1, kind: 'correct', field: 'type', value: 'shelling', replaced: 'battle', by: 'Ada', when: '', reason: 'seen' },
    ],
  });
  const of = (field: string) => facts(one).find((fact) => fact.field === field)!;

  it('have value, precision and the outlets behind them', () => {
    expect(of('killed')).toMatchObject({ value: '5 (3–7)', outlets: ['A', 'B'], disputed: true });
    expect(of('when')).toMatchObject({ value: '14 Oct 2024', precision: 'to the day, relative' });
    expect(of('where')).toMatchObject({ value: 'Mosul, Iraq', precision: 'the town' });
  });
  it('call a later toll no dispute', () => {
    expect(of('wounded').disputed).toBe(false);
  });
  it('tell what a person replaced', () => {
    expect(of('type').corrected).toEqual({ by: 'Ada', reason: 'seen', replaced: 'battle' });
    expect(of('outcome').corrected).toBeNull();
  });
});

describe('claims', () => {
  it('say who would not say, who denies, and that nobody claimed it', () => {
    expect(claimText(claim('a/e1/c1', 'perpetrators', null, { certainty: 'declined' }))).toBe('would not say who did it');
    expect(claimText(claim('a/e1/c1', 'perpetrators', null, { polarity: 'denied', certainty: 'claimed' }))).toBe('nobody has claimed it');
    expect(claimText(claim('a/e1/c1', 'type', 'air_strike', { polarity: 'denied' }))).toBe('denies: air strike');
  });
  it('go by speaker, what the outlet says itself last', () => {
    const police = { name: 'police', actor_id: null, kind: 'state_forces', nation: null, role: 'spokesman' };
    const found = voices(incident({
      reports: [report('a', 'A', null)],
      claims: [claim('a/e1/c1', 'type', 'battle'), claim('a/e1/c2', 'killed', nothing, { speaker: police }), claim('a/e1/c3', 'when', null)],
    }));
    expect(found.map((voice) => [voice.name, voice.claims.length])).toEqual([['police', 1], ['A', 2]]);
  });
});

it('reports are in time, copies folded behind the first of their text', () => {
  const found = reportsInTime(incident({
    reports: [report('c', 'C', '2024-10-16'), report('b', 'B', '2024-10-15'), report('a', 'A', '2024-10-14'), report('d', 'C', null)],
    sources: [
      { name: 'A', reports: ['b', 'a'], reasons: ['B and A have one text'] },
      { name: 'C', reports: ['c', 'd'], reasons: ['several reports of C'] },
    ],
  }));
  expect(found.map((one) => [one.report.id, one.copies.map((copy) => copy.id)])).toEqual([['a', ['b']], ['c', []], ['d', []]]);
});

it('changes between revisions are told, the latest first', () => {
  const first = incident();
  const second = incident({ revision: 2, killed: { low: 7, best: 7, high: 7, text: null }, reports: [report('z', 'Zed', null)] });
  expect(changes([second, first])).toEqual([
    { revision: 2, lines: ['Killed: 5 (3–7) → 7', '1 report more: Zed'] },
    { revision: 1, lines: ['Shelling in Mosul.'] },
  ]);
});
