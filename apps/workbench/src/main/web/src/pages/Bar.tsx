import { lang } from '../address';

const WIDTH = 240;

/** A part of a whole, as a bar and in numbers. */
export function Bar({ label, part, whole }: { label: string; part: number; whole: number }) {
  return (
    <p class="barRow">
      <span class="barLabel">{label}</span>
      <svg width={WIDTH} height="14" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
        <rect class="whole" width={WIDTH} height="14" rx="2" />
        <rect class="part" width={whole ? (WIDTH * part) / whole : 0} height="14" rx="2" />
      </svg>
      <span>
        {part.toLocaleString(lang.value)} / {whole.toLocaleString(lang.value)}
      </span>
    </p>
  );
}
