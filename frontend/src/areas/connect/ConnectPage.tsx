import { type FormEvent, useEffect, useState } from "react";
import { bridge, type WindowState, type Workspace } from "../../lib/platform";
import { useWords } from "../../lib/words";
import { Notice } from "../../ui/Notice";

/** The first page of the window: which workspace to work in. `arrive` is called once one is open. */
export function ConnectPage({ arrive }: { arrive: () => void }) {
  const { say } = useWords();
  const [known, setKnown] = useState<WindowState>();
  const [state, setState] = useState<"" | "opening" | "unsafe">("");
  const [failure, setFailure] = useState("");
  const there = bridge();
  useEffect(() => {
    void there?.State().then(setKnown);
  }, [there]);
  if (!there) return null;

  /** Does what opens a workspace, and says why when it does not open. */
  async function attempt(open: () => Promise<boolean>) {
    setState("opening");
    setFailure("");
    try {
      const opened = await open();
      setState("");
      if (opened) arrive();
    } catch (reason) {
      setState("");
      setFailure(String(reason));
    }
  }
  const open = ({ kind, address }: Workspace) => attempt(() => there.Open(kind, address).then(() => true));
  const choose = (fresh: boolean) =>
    attempt(async () => {
      const address = await there.Choose(fresh);
      if (address !== "") await there.Open("local", address);
      return address !== "";
    });

  async function connect(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    let safe = true;
    await attempt(async () => {
      safe = (await there?.Connect(String(given.get("server")), String(given.get("token")))) ?? true;
      return safe;
    });
    if (!safe) setState("unsafe");
  }

  const busy = state === "opening";
  return (
    <div className="thing">
      <h1 data-arrive tabIndex={-1}>
        {say("desktop.title")}
      </h1>
      <p>
        <button type="button" disabled={busy || !known} onClick={() => known && open(known.demo)}>
          {say("desktop.demo")}
        </button>{" "}
        <button type="button" disabled={busy} onClick={() => choose(true)}>
          {say("desktop.new")}
        </button>{" "}
        <button type="button" disabled={busy} onClick={() => choose(false)}>
          {say("desktop.file")}
        </button>
      </p>
      <p role="status">{busy && say("desktop.opening")}</p>
      {failure !== "" && (
        <Notice error title={say("desktop.failed")}>
          <p>{failure}</p>
        </Notice>
      )}
      {state === "unsafe" && (
        <Notice title={say("desktop.unsafe")}>
          <button type="button" onClick={arrive}>
            {say("desktop.go")}
          </button>
        </Notice>
      )}
      <form onSubmit={connect}>
        <h2>{say("desktop.connect")}</h2>
        <label>
          {say("desktop.server")} <input name="server" type="url" required autoComplete="off" />
        </label>{" "}
        <label>
          {say("desktop.token")} <input name="token" type="password" autoComplete="off" />
        </label>{" "}
        <button type="submit" disabled={busy}>
          {say("desktop.connect")}
        </button>
      </form>
      <h2>{say("desktop.recent")}</h2>
      {known?.recent.length === 0 && <p className="quiet">{say("desktop.recent.none")}</p>}
      <ul>
        {known?.recent.map((one) => (
          <li key={`${one.kind} ${one.address}`}>
            <button type="button" disabled={busy} onClick={() => open(one)}>
              {one.address}
            </button>{" "}
            <button
              type="button"
              aria-label={say("desktop.forget", { name: one.address })}
              onClick={() => void there.Forget(one.kind, one.address).then(() => there.State().then(setKnown))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
