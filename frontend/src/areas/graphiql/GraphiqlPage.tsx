import { GraphiQL } from "graphiql";
import { useEffect, useRef, useState } from "react";
import { recall } from "../../lib/remember";
import { useTheme } from "../../lib/theme";
import { type Asked, variablesText } from "./asked";
import { examplesFor } from "./examples";
import { fetcher } from "./fetcher";
import { labelEditors } from "./labelEditors";
import "graphiql/style.css";
import "./graphiql.css";

/** GraphiQL, opened with what the address asks; a first visit without a wish gets the examples as tabs. */
export function GraphiqlPage({ asked }: { asked: Asked }) {
  // Read once: GraphiQL keeps its own tabs from then on, and later changes of these would overwrite what is being typed.
  const [opening] = useState(() => openingTabs(asked));
  const [theme] = useTheme();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => (page.current ? labelEditors(page.current) : undefined), []);
  return (
    <div ref={page} className="graphiql-page">
      <GraphiQL
        fetcher={fetcher}
        {...opening}
        forcedTheme={theme}
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
        shouldPersistHeaders={false}
      />
    </div>
  );
}

/** The tabs to begin with. GraphiQL fills its editors from query and variables, never from the first default tab, so both are given. */
function openingTabs(asked: Asked) {
  const examples = examplesFor(asked.project).map((example) => ({
    query: example.query,
    variables: variablesText(example),
  }));
  const wanted = asked.query === null ? null : { query: asked.query, variables: asked.variables ?? "" };
  if (recall("graphiql:tabState")) return wanted ?? {};
  const others = examples.filter(({ query }) => query !== wanted?.query);
  const defaultTabs = wanted ? [wanted, ...others] : examples;
  return { defaultTabs, ...defaultTabs[0] };
}
