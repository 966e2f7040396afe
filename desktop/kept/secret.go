package kept

import (
	"errors"
	"time"

	"github.com/zalando/go-keyring"
)

// Ring keeps secrets for the user, as the desktop's own keyring does.
type Ring interface {
	Set(service, user, secret string) error
	Get(service, user string) (string, error)
}

// Secrets are access tokens, by the address of their server.
type Secrets struct {
	folder   Directory
	ring     Ring
	patience time.Duration
}

const (
	service    = "asterism"
	tokensFile = "tokens.json"
)

var errSilent = errors.New("the keyring does not answer")

// Secrets keeps tokens in the desktop's keyring; where it fails or stays silent for two seconds, as it does when nobody is there to
// unlock it, in a file that only the user can read.
func (f Directory) Secrets() Secrets { return Secrets{f, desktopRing{}, 2 * time.Second} }

// Keep remembers a token; safe is false when it had to lie in the file.
func (s Secrets) Keep(server, token string) (safe bool, err error) {
	if _, err := s.ask(func() (string, error) { return "", s.ring.Set(service, server, token) }); err == nil {
		return true, s.file(server, "")
	}
	return false, s.file(server, token)
}

// Token is the one kept for a server; "" when there is none.
func (s Secrets) Token(server string) string {
	if token := read(s.folder, tokensFile, map[string]string{})[server]; token != "" {
		return token
	}
	token, err := s.ask(func() (string, error) { return s.ring.Get(service, server) })
	if err != nil {
		return ""
	}
	return token
}

// file sets a token in the file; an empty one takes it out.
func (s Secrets) file(server, token string) error {
	s.folder.mu.Lock()
	defer s.folder.mu.Unlock()
	tokens := read(s.folder, tokensFile, map[string]string{})
	if tokens == nil {
		tokens = map[string]string{}
	}
	if tokens[server] == token {
		return nil
	}
	delete(tokens, server)
	if token != "" {
		tokens[server] = token
	}
	return s.folder.write(tokensFile, tokens)
}

// ask gives the keyring its time. A call that never returns keeps its goroutine, which is the price of not waiting for it.
func (s Secrets) ask(call func() (string, error)) (string, error) {
	type answer struct {
		token string
		err   error
	}
	answered := make(chan answer, 1)
	go func() {
		token, err := call()
		answered <- answer{token, err}
	}()
	select {
	case got := <-answered:
		return got.token, got.err
	case <-time.After(s.patience):
		return "", errSilent
	}
}

type desktopRing struct{}

func (desktopRing) Set(service, user, secret string) error { return keyring.Set(service, user, secret) }

func (desktopRing) Get(service, user string) (string, error) { return keyring.Get(service, user) }
