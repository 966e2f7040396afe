/** A small list of which one holds, with a name that screen readers hear. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; word: string; lang?: string }[];
  onChoose: (value: T) => void;
}) {
  return (
    <select
      className="choice"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChoose(event.target.value as T)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang}>
          {option.word}
        </option>
      ))}
    </select>
  );
}
