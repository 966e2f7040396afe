import { clientName } from "../lib/platform";

/** Sends one file to the server, which keeps it with a thing; tells how far it is and stops when the signal says so. */
export function sendFile(
  about: string,
  file: File,
  name: string,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // Not fetch: it does not tell how much of a body has gone.
    const request = new XMLHttpRequest();
    request.open("POST", `/attachments?${new URLSearchParams({ about, name })}`);
    request.setRequestHeader("Asterism-Upload", "1");
    request.setRequestHeader("X-Asterism-Client", clientName());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded * 100) / total) : 0);
    request.onload = () => {
      if (request.status === 201) resolve();
      else reject(new Error(whyIn(request.responseText) || `${request.status} ${request.statusText}`));
    };
    request.onerror = () => reject(new Error("No server answered."));
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function whyIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    return error?.message ?? "";
  } catch {
    return text.trim().slice(0, 300);
  }
}
