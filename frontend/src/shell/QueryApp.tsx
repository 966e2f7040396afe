import { examplesFor, GraphiqlPage, hrefOfExample, readAsked } from "../areas/graphiql";
import { useWords } from "../lib/words";
import { TopBar } from "./TopBar";
import "./QueryApp.css";

/** The page of dashboard builders: GraphiQL under the bar, with the contract queries one click away. */
export function QueryApp() {
  const { say } = useWords();
  const asked = readAsked(window.location.search);
  return (
    <div className="query-app">
      <TopBar>
        <nav className="query-examples" aria-label={say("graphiql.examples")}>
          <span aria-hidden="true">{say("graphiql.examples")}</span>
          {examplesFor(asked.project).map(({ name }) => (
            <a key={name} href={hrefOfExample(name, asked.project)} title={say(`graphiql.${name}`)}>
              {name}
            </a>
          ))}
        </nav>
        <a href="/">{say("link.workspace")}</a>
      </TopBar>
      <main>
        <h1 className="hidden-word">{say("graphiql.title")}</h1>
        <GraphiqlPage asked={asked} />
      </main>
    </div>
  );
}
