import "./Bars.css";

/** One bar: how high of 100, and what it says to those who do not see it. */
export interface Bar {
  name: string;
  height: number;
  words: string;
}

/** A few values beside each other, as high as they are; each says its own words. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.name} title={bar.words}>
          <span className="bars-value" aria-hidden="true">
            {Math.round(bar.height)} %
          </span>
          <span className="bars-track" aria-hidden="true">
            <span className="bars-bar" style={{ blockSize: `${bar.height}%` }} />
          </span>
          <span className="bars-name" aria-hidden="true">
            {bar.name}
          </span>
          <span className="hidden-word">{bar.words}</span>
        </li>
      ))}
    </ul>
  );
}
