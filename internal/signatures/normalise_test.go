package signatures_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/signatures"
)

// temporary is where a machine keeps what it soon forgets.
const temporary = "/" + "tmp/"

func TestWhatDiffersBetweenExecutionsIsReplacedByWhatItIs(t *testing.T) {
	for from, want := range map[string]string{
		"expected 12 but was -3.5":                                "expected <number> but was <number>",
		"1,024 of 2_048 rows, 99.5%, 1e-9":                        "<number> of <number> rows, <number>, <number>",
		"took 1m30.5s, then 250 ms, then 3 seconds":               "took <duration>, then <duration>, then <duration>",
		"at 2026-11-23T19:12:35.123Z it broke":                    "at <time> it broke",
		"[2026/11/23 19:12:35 +0100] no":                          "[<time>] no",
		"Mon Nov 23 19:12:35 UTC 2026: no":                        "<time>: no",
		"since 19:12:35,001 or 23 Nov 2026 or 20261123T191235Z":   "since <time> or <time> or <time>",
		"order 123e4567-e89b-12d3-a456-426614174000 lost":         "order <uuid> lost",
		"SIGSEGV at 0x00007ffe12, object Foo@1b2c3d4e":            "SIGSEGV at <address>, object Foo@<address>",
		"commit 9fceb02 of d41d8cd98f00b204e9800998ecf8427e":      "commit <hash> of <hash>",
		"dial 10.0.0.17:5432: refused; fe80::1ff:fe23:4567:890a":  "dial <ip>:<port>: refused; <ip>",
		"http://localhost:34567/api/users/17?page=2":              "http://localhost:<port>/api/users/<number>?page=<number>",
		"https://shop.example.org:8443/cart":                      "https://shop.example.org:<port>/cart",
		"session 'x7Kq9zT2' and \"ORD-000123\"":                   "session '<id>' and \"ORD-<number>\"",
		"request a1b2z3d4 gone":                                   "request <id> gone",
		"open " + temporary + "junit8213/out.log":                 "open <path>",
		"open /home/ci/build/src/cart_test.go:12:5 failed":        "open <path>/cart_test.go:<line> failed",
		`in C:\agent\src\Cart.cs:line 12`:                         `in <path>/Cart.cs:line <number>`,
		"file:///home/ci/x.spec.js:10:5":                          "file://<path>/x.spec.js:<line>",
		"src/lib.rs:12:9 panicked":                                "src/lib.rs:<line> panicked",
		"int32 utf8 sha256 Base64 x86 thread-12 id_7 user12345":   "int32 utf8 sha256 Base64 x86 thread-<number> id_<number> user<number>",
		"期望值为 12，实际为 13，第3行":                                      "期望值为 <number>，实际为 <number>，第<number>行",
		"登录失败：用户不存在":                                              "登录失败：用户不存在",
		"  \x1b[31mred\x1b[0m\t and\u00a0wide \x07":               "red and wide",
		"Maybe May 5 Decimals in 2 Decembers":                     "Maybe <time> Decimals in <number> Decembers",
		"GET /api/v2/orders/991 → 500":                            "GET /api/v2/orders/<number> → <number>",
		"array[3] == {1: 2}":                                      "array[<number>] == {<number>: <number>}",
		"class cart.Basket$1 and lambda$main$0":                   "class cart.Basket$<number> and lambda$main$<number>",
		"don't touch cafe, babe, deadbeef, facade":                "don't touch cafe, babe, deadbeef, facade",
		"127.0.0.1 and 192.168.1.10 but version 2.13.7":           "<ip> and <ip> but version <number>",
		"goroutine leak: main.serve(0xc000123, {0x1, 0x2}) +0x1d": "goroutine leak: main.serve(<address>, {<address>, <address>}) +<address>",
	} {
		if got := signatures.Normalise("", from, ""); got != want {
			t.Errorf("%q\n is %q\nnot %q", from, got, want)
		}
		if again := signatures.Normalise("", want, ""); again != want {
			t.Errorf("%q does not stay, it becomes %q", want, again)
		}
	}
}

func TestAFailureIsToldByItsMessageAndTheFirstCallsOfTheProject(t *testing.T) {
	for name, c := range map[string]struct{ kind, message, text, want string }{
		"Java": {
			"java.lang.IllegalStateException", "basket 17 is closed",
			"java.lang.IllegalStateException: basket 17 is closed\n\tat java.base/java.util.Optional.get(Optional.java:143)\n" +
				"\tat shop.Basket.add(Basket.java:42)\n\tat shop.Shop.buy(Shop.java:7)\n\tat shop.ShopTest.buys(ShopTest.java:19)\n" +
				"\tat shop.Fourth.call(Fourth.java:1)\n\tat org.junit.runner.Go.go(Go.java:1)\n\t... 23 more\nCaused by: java.io.IOException: no route 7\n\tat shop.Net.x(Net.java:2)\n",
			"java.lang.IllegalStateException\nbasket <number> is closed\nCaused by: java.io.IOException: no route <number>\n" +
				"at shop.Basket.add(Basket.java:<line>)\nat shop.Shop.buy(Shop.java:<line>)\nat shop.ShopTest.buys(ShopTest.java:<line>)",
		},
		"Python": {
			"", "", "Traceback (most recent call last):\n  File \"/home/ci/a/shop.py\", line 183, in buy\n    self.add(17)\n" +
				"  File \"/home/ci/a/basket.py\", line 4, in add\n    raise ValueError(n)\n  File \"/usr/lib/python3/site-packages/q.py\", line 1, in q\n    q()\nValueError: no 17\n",
			"ValueError: no <number>\nFile \"<path>/shop.py\", line <number>, in buy\nFile \"<path>/basket.py\", line <number>, in add",
		},
		"Go": {
			"", "panic: runtime error: index out of range [5] with length 3",
			"panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:\nshop.pick(0xc00001)\n\t/home/ci/shop/pick.go:12 +0x1d\n" +
				"testing.tRunner()\n\t/usr/local/go/src/testing/testing.go:1 +0x2\n",
			"panic: runtime error: index out of range [<number>] with length <number>\n<path>/pick.go:<line> +<address>",
		},
		"JavaScript": {
			"Error", "Error: expected 5 to equal 6",
			"Error: expected 5 to equal 6\n    at Context.<anonymous> (test/shop.spec.js:10:14)\n    at next (/home/ci/node_modules/mocha/lib/runner.js:1:2)\n    at async /home/ci/shop.js:3:1\n",
			"Error: expected <number> to equal <number>\nat Context.<anonymous> (test/shop.spec.js:<line>)\nat async <path>/shop.js:<line>",
		},
		"C": {
			"", "", "ASSERTION FAIL [n < 16] @ WEST_TOPDIR/kernel/q.c:128\n#0  0x00007f in raise () from libc.so.6\n#1  0x00008f in push (n=17) at kernel/q.c:128\n",
			"ASSERTION FAIL [n < <number>] @ WEST_TOPDIR/kernel/q.c:<line>\n#<number> <address> in push (n=<number>) at kernel/q.c:<line>",
		},
		"C#": {
			"Xunit.Sdk.TrueException", "Assert.True() Failure at 12", "   at Xunit.Assert.True()\n   at Shop.Tests.Buys() in /home/ci/Shop/Tests.cs:line 12\n",
			"Xunit.Sdk.TrueException\nAssert.True() Failure at <number>\nat Shop.Tests.Buys() in <path>/Tests.cs:line <number>",
		},
		"a message that tells nothing lets the log speak": {
			"", "failed", "*** Booting build 7 ***\nthread 1 up\nthread 2 up\nthread 3 up\nE: Assertion failed: x != 3\nthread 4 up\n",
			"failed\n*** Booting build <number> ***\nthread <number> up\nE: Assertion failed: x != <number>",
		},
		"only foreign calls":  {"", "", "\tat java.lang.Thread.run(Thread.java:1)", "at java.lang.Thread.run(Thread.java:<line>)"},
		"nothing":             {" ", "\n\t", "\x00", ""},
		"a type that repeats": {"AssertionError", "AssertionError: 1", "", "AssertionError: <number>"},
	} {
		if got := signatures.Normalise(c.kind, c.message, c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestANormalFormIsShort(t *testing.T) {
	long := strings.Repeat(strings.Repeat("错误 é! ", 500)+"\n", 500)
	for _, text := range []string{long, strings.ReplaceAll(long, "错", "at x.y(Z.java:1)\nerror")} {
		got := signatures.Normalise(text, text, text)
		if len(got) == 0 || len(got) > 2048 || !utf8.ValidString(got) {
			t.Errorf("%d bytes, valid %v", len(got), utf8.ValidString(got))
		}
	}
}

func FuzzTheNormalFormOfANormalFormIsItself(f *testing.F) {
	for _, seed := range []string{
		"zz1234abcd567 12abc12345 1.2.3.4:5 a:1:2", "at x (y:12) 10:20:30 5 ms", "\xff\x00<number>7<", "C:\\x\\y.cs:12 file:///home/x-1.js:1",
		"Traceback (most recent call last)\n  File \"x\", line 1\nE: 1", "goroutine 1 [x]:\na.b()\n\t/x.go:1 +0x1", "1m2s3 Nov 5 12:00", "'a1b2c3'x7",
	} {
		f.Add(seed, seed, seed)
	}
	f.Fuzz(func(t *testing.T, kind, message, text string) {
		once := signatures.Normalise(kind, message, text)
		if twice := signatures.Normalise("", once, ""); twice != once {
			t.Errorf("%q became %q", once, twice)
		}
		if len(once) > 2048 || !utf8.ValidString(once) || strings.ContainsAny(once, "\x00\t\r") {
			t.Errorf("not a short text: %q", once)
		}
	})
}
