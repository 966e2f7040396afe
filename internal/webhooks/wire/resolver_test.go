package wire_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/netip"
	"testing"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// leadingTo is a resolver for which every name leads to these addresses; to none, and there is no such name. It is Go's
// own, speaking to a name server inside the test.
func leadingTo(addresses ...netip.Addr) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go func() {
			defer func() { _ = server.Close() }()
			for answer(server, addresses) == nil {
				continue
			}
		}()
		return client, nil
	}}
}

// answer reads one question and answers it, in the form that the domain name system has for streams.
func answer(server net.Conn, addresses []netip.Addr) error {
	var length uint16
	if err := binary.Read(server, binary.BigEndian, &length); err != nil {
		return err
	}
	question := make([]byte, length)
	if _, err := io.ReadFull(server, question); err != nil {
		return err
	}
	end := 12 + bytes.IndexByte(question[12:], 0) + 5 // the name, its type and its class
	wanted := binary.BigEndian.Uint16(question[end-4:])
	var records []byte
	var count uint16
	for _, address := range addresses {
		kind := uint16(1)
		if !address.Is4() {
			kind = 28
		}
		if kind != wanted {
			continue
		}
		count++
		records = append(records, 0xc0, 12) // the name is that of the question
		records = binary.BigEndian.AppendUint16(records, kind)
		records = append(records, 0, 1, 0, 0, 0, 0)
		records = binary.BigEndian.AppendUint16(records, uint16(len(address.AsSlice())))
		records = append(records, address.AsSlice()...)
	}
	status := byte(0x80)
	if len(addresses) == 0 {
		status = 0x83 // no such name
	}
	reply := append([]byte{question[0], question[1], 0x81, status, 0, 1}, byte(count>>8), byte(count), 0, 0, 0, 0)
	reply = append(append(reply, question[12:end]...), records...)
	_, err := server.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(reply))), reply...))
	return err
}

func TestTheResolverOfTheseTestsAnswers(t *testing.T) {
	want := netip.MustParseAddr("2001:db8::1")
	got, err := leadingTo(want).LookupNetIP(t.Context(), "ip6", "hooks.example")
	if err != nil || len(got) != 1 || got[0] != want {
		t.Errorf("%v, %v", got, err)
	}
}

// strict is a guard without exceptions for which every name leads to an address.
func strict(address netip.Addr) wire.Guard { return wire.Guard{Resolver: leadingTo(address)} }
