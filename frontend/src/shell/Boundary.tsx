import { Component, type ReactNode } from "react";
import { useWords } from "../lib/words";
import { Notice } from "../ui/Notice";

/** Keeps the rest of the page when a part of it cannot be loaded or breaks, and offers to try again. */
export class Boundary extends Component<{ children: ReactNode }, { broke: string | null }> {
  override state = { broke: null as string | null };

  static getDerivedStateFromError(cause: unknown) {
    return { broke: cause instanceof Error ? cause.message : String(cause) };
  }

  override render() {
    if (this.state.broke === null) return this.props.children;
    return <Broken why={this.state.broke} />;
  }
}

function Broken({ why }: { why: string }) {
  const { say } = useWords();
  return (
    <Notice title={say("page.broken")} error>
      <p>{why}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {say("failure.retry")}
      </button>
    </Notice>
  );
}
