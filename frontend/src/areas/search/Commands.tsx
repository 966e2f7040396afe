import { type Command, useCommands } from "../../lib/keys";
import { useWords } from "../../lib/words";

/** How many commands stand above what was found, when somebody did not ask for commands alone. */
const most = 4;

/** Keys that move about: nobody looks for them by their words. */
const moving = new Set(["j", "k", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Escape", "Home", "End"]);

/** The commands of the page whose words were typed; behind `>` all of them. They come from the registry that the keys come from. */
export function Commands({ text, taken }: { text: string; taken: () => void }) {
  const { say } = useWords();
  const commands = useCommands();
  const alone = text.startsWith(">");
  const wanted = (alone ? text.slice(1) : text).trim().toLocaleLowerCase();
  const found = new Map<string, Command>();
  for (const command of commands) {
    const label = say(command.word);
    if (command.keys.some((key) => moving.has(key)) || !label.toLocaleLowerCase().includes(wanted)) continue;
    found.set(label, command); // what was offered last is nearest to the person
  }
  const shown = [...found].slice(0, alone ? undefined : most);
  if (shown.length === 0) return null;
  return (
    <section className="hit-group" aria-label={say("commands.title")}>
      <h2>{say("commands.title")}</h2>
      <ul>
        {shown.map(([label, { keys, run }]) => (
          <li key={label}>
            <button
              type="button"
              className="hit-command"
              data-row
              onClick={() => {
                taken();
                run(new KeyboardEvent("keydown"));
              }}
            >
              {label} <kbd>{keys[0]}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
