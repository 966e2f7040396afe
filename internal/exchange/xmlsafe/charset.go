package xmlsafe

import (
	"bufio"
	"bytes"
	"io"
	"regexp"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// declarationBytes is where an XML declaration, if there is one, has ended.
const declarationBytes = 1024

// encodingName finds the charset in an XML declaration at the start of the file.
var encodingName = regexp.MustCompile(`^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._:-]*)["']`)

// charsets are the encodings that we convert, by their names in small letters; nil stands for UTF-8 as it is.
var charsets = map[string]encoding.Encoding{
	"utf-8": nil, "utf8": nil, "us-ascii": nil, "ascii": nil,
	"iso-8859-1": charmap.ISO8859_1, "iso8859-1": charmap.ISO8859_1, "iso_8859-1": charmap.ISO8859_1,
	"latin1": charmap.ISO8859_1, "latin-1": charmap.ISO8859_1,
	"windows-1252": charmap.Windows1252, "cp1252": charmap.Windows1252,
	"gbk": simplifiedchinese.GBK, "gb2312": simplifiedchinese.GBK, "cp936": simplifiedchinese.GBK,
	"gb18030": simplifiedchinese.GB18030,
}

// convert returns in as UTF-8 without a byte order mark, what it was converted from, and whether the file starts with
// an XML declaration. A byte order mark is believed before a declaration.
func convert(in io.Reader) (utf8 io.Reader, charset string, declared bool, err error) {
	buffered := bufio.NewReaderSize(in, chunk)
	head, _ := buffered.Peek(declarationBytes) // an error comes again when the bytes are read
	starts := func(prefix string) bool { return bytes.HasPrefix(head, []byte(prefix)) }
	switch {
	case starts("\xEF\xBB\xBF"):
		_, err = buffered.Discard(3)
		return buffered, "", bytes.HasPrefix(head[3:], []byte("<?xml")), err
	case starts("\xFF\xFE"), starts("<\x00"):
		return utf16(buffered, unicode.LittleEndian), "UTF-16", utf16Declared(head), nil
	case starts("\xFE\xFF"), starts("\x00<"):
		return utf16(buffered, unicode.BigEndian), "UTF-16", utf16Declared(head), nil
	}
	declared = starts("<?xml")
	found := encodingName.FindSubmatch(head)
	if found == nil {
		return buffered, "", declared, nil
	}
	name := string(found[1])
	known, ok := charsets[strings.ToLower(name)]
	switch {
	case strings.HasPrefix(strings.ToLower(name), "utf-16"):
		return buffered, "", declared, refused("the file declares encoding " + name + ", but its bytes are not UTF-16; correct the declaration")
	case !ok:
		return buffered, "", declared, refused("encoding " + name + " is not supported; save the file as UTF-8")
	case known == nil:
		return buffered, "", declared, nil
	}
	return known.NewDecoder().Reader(buffered), name, declared, nil
}

// utf16 converts UTF-16; a byte order mark, when there is one, is dropped.
func utf16(in io.Reader, order unicode.Endianness) io.Reader {
	return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(in)
}

// utf16Declared tells whether a UTF-16 file starts with an XML declaration, in either byte order.
func utf16Declared(head []byte) bool {
	plain := bytes.ReplaceAll(head, []byte{0}, nil)
	plain = bytes.TrimPrefix(bytes.TrimPrefix(plain, []byte("\xFF\xFE")), []byte("\xFE\xFF"))
	return bytes.HasPrefix(plain, []byte("<?xml"))
}
