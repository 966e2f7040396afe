package wire

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"
)

// wordsFor says in plain words why no answer came. The error itself is not shown: it holds addresses that names were
// resolved to, those of name servers, and the query of the webhook's address.
func wordsFor(err error, host string, timeout time.Duration) string {
	if refused, ok := errors.AsType[*Refusal](err); ok {
		return refused.Error()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Sprintf("%s gave no answer within %s", host, timeout)
	}
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		return fmt.Sprintf("the name %s could not be resolved", host)
	}
	if words := certificateWords(err); words != "" {
		return host + words
	}
	operation, ok := errors.AsType[*net.OpError](err)
	switch {
	case ok && operation.Op == "remote error": // what crypto/tls calls an alert of the other side
		return host + " broke off the TLS handshake; TLS 1.2 or later is needed, and no client certificate is shown"
	case errors.Is(err, http.ErrSchemeMismatch):
		return host + " answered without TLS"
	case errors.Is(err, syscall.ECONNREFUSED):
		return host + " takes no connections on this port"
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return host + " cannot be reached from here"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return host + " closed the connection before it answered"
	}
	return host + " could not be talked to by HTTP"
}

// certificateWords says what is wrong with the certificate of an endpoint; empty when it is something else.
func certificateWords(err error) string {
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return " shows a certificate for another name"
	}
	if invalid, ok := errors.AsType[x509.CertificateInvalidError](err); ok && invalid.Reason == x509.Expired {
		return " shows a certificate that has expired or is not valid yet"
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return " shows a certificate that is not trusted here"
	}
	return ""
}

// wordsOf says what an answer means that is no 2xx.
func wordsOf(status int) string {
	said := fmt.Sprintf("the endpoint answered %d", status)
	if name := http.StatusText(status); name != "" {
		said += " " + name
	}
	switch {
	case status == http.StatusGone:
		return said + ": it wants no more deliveries"
	case status >= 300 && status <= 399:
		return said + "; redirects are not followed: give the webhook the address that it leads to"
	}
	return said
}
