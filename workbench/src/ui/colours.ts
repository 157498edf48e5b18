// Canvas and WebGL need colours as numbers; the style sheet has them as light-dark(...).

let probe: HTMLElement | null = null;

/** What a custom property such as "--accent" is now, as rgb(...). */
export function colour(name: string): string {
  if (!probe) {
    probe = document.createElement('span');
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}
