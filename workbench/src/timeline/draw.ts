import type { Tick } from './bins';

export interface Strip {
  bounds: Int32Array;
  counts: Float64Array[]; // by group
  colours: string[]; // of the groups
  brush: { from: number; to: number } | null; // days, inclusive
  ticks: Tick[];
  label: (tick: Tick) => string;
  faded: string;
  line: string;
  ink: string;
  band: string;
}

export const kAxis = 18; // pixels below the bars

export function xOf(bounds: Int32Array, width: number, day: number): number {
  const from = bounds[0]!;
  const to = bounds[bounds.length - 1]!;
  return ((day - from) / (to - from)) * width;
}

export function dayAt(bounds: Int32Array, width: number, x: number): number {
  const from = bounds[0]!;
  const to = bounds[bounds.length - 1]!;
  return Math.floor(from + (Math.min(Math.max(x, 0), width - 0.01) / width) * (to - from));
}

export function drawStrip(canvas: HTMLCanvasElement, width: number, height: number, strip: Strip): void {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const g = canvas.getContext('2d');
  if (!g) return;
  g.scale(ratio, ratio);
  const base = height - kAxis;
  if (strip.brush) drawBand(g, width, base, strip);
  drawBars(g, width, base, strip);
  g.fillStyle = strip.line;
  g.fillRect(0, base, width, 1);
  drawTicks(g, width, base, strip);
}

function drawBand(g: CanvasRenderingContext2D, width: number, base: number, strip: Strip): void {
  const x = xOf(strip.bounds, width, strip.brush!.from);
  const end = xOf(strip.bounds, width, strip.brush!.to + 1);
  g.fillStyle = strip.band;
  g.fillRect(x, 0, Math.max(2, end - x), base);
}

function drawBars(g: CanvasRenderingContext2D, width: number, base: number, strip: Strip): void {
  const { bounds, counts, brush } = strip;
  const bins = bounds.length - 1;
  let most = 0;
  for (let bin = 0; bin < bins; ++bin) most = Math.max(most, total(counts, bin));
  if (most === 0) return;
  const room = base - 6;
  for (let bin = 0; bin < bins; ++bin) {
    const x = xOf(bounds, width, bounds[bin]!);
    const wide = Math.max(1, xOf(bounds, width, bounds[bin + 1]!) - x - (width / bins > 4 ? 1 : 0));
    const inside = !brush || (bounds[bin + 1]! > brush.from && bounds[bin]! <= brush.to);
    let y = base;
    // What there is can be seen: no bar is less than a pixel and a half high.
    const scale = Math.max(room / most, total(counts, bin) > 0 ? 1.5 / total(counts, bin) : 0);
    counts.forEach((group, i) => {
      const high = Math.min(group[bin]! * scale, y);
      if (high <= 0) return;
      g.fillStyle = inside ? strip.colours[i]! : strip.faded;
      g.fillRect(x, y - high, wide, high);
      y -= high;
    });
  }
}

function drawTicks(g: CanvasRenderingContext2D, width: number, base: number, strip: Strip): void {
  g.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  g.textBaseline = 'top';
  let free = 0;
  for (const tick of strip.ticks) {
    const x = xOf(strip.bounds, width, tick.day);
    g.fillStyle = strip.line;
    g.fillRect(x, base, 1, 4);
    const text = strip.label(tick);
    const wide = g.measureText(text).width;
    if (x + 3 < free || x + 3 + wide > width) continue;
    g.fillStyle = strip.ink;
    g.fillText(text, x + 3, base + 4);
    free = x + wide + 12;
  }
}

function total(counts: Float64Array[], bin: number): number {
  let sum = 0;
  for (const group of counts) sum += group[bin]!;
  return sum;
}
