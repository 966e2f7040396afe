package frontend

import "net/http"

// policy lets the page load nothing that did not come with it. Inline styles are allowed because the code editor of GraphiQL places
// its lines with them, and data images because its style sheet draws squiggles with them; inline scripts are not.
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
	"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// protect sets what every answer of the page carries: no foreign code, no guessing of types, no framing, no address told elsewhere.
func protect(header http.Header) {
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("X-Frame-Options", "DENY")
}
