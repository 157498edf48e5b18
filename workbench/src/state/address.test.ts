import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './address';

const again = (text: string) => {
  const [path = '/', search = ''] = text.split('?');
  return writeAddress(readAddress(path, search));
};

describe('the address', () => {
  it('holds all state, and gives it back', () => {
    const text =
      '/?since=2024-10-01&until=2024-10-31&country=IQ&country=NE&place=Mosul&type=shelling&actor=isis&outlet=A+%26+B' +
      '&grade=fair&disputed=1&background=1&rejected=1&precision=unknown&min_killed=3&bbox=40%2C30%2C50%2C40&text=gas+field' +
      '&map=44.000%2C35.000%2C5.50&sort=toll&pane=map&incident=i0a2ea49ebf&report=r334f325e6ab1&mark=r334f325e6ab1%2Fe1%2Fc1';
    expect(again(text)).toBe(text);
  });
  it('is bare where nothing is set', () => {
    expect(again('/')).toBe('/');
    expect(again('/brief')).toBe('/brief');
  });
  it('keeps an outlet of any name', () => {
    const name = 'Ha’aretz / «Новости.рф» 100% ?&=';
    const text = writeAddress({ ...readAddress('/outlets', ''), outlet: name });
    const [path = '', search = ''] = text.split('?');
    expect(path).toBe('/outlets');
    expect(readAddress(path, search).outlet).toBe(name);
    expect(readAddress('/', search).outlet).toBeNull();
  });
  it('leaves out what it does not understand', () => {
    expect(again('/?since=yesterday&until=2024-13-45&min_killed=-1&bbox=1,2,3&map=1,2&sort=worst&pane=wall')).toBe('/');
    expect(again('/nowhere?map=1,200,3')).toBe('/');
  });
  it('does not take nought for nothing', () => {
    expect(readAddress('/', 'min_killed=0').filters.minKilled).toBe(0);
    expect(again('/?map=0.000%2C0.000%2C1.00')).toBe('/?map=0.000%2C0.000%2C1.00');
  });
});
