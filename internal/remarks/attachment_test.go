package remarks_test

import (
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/contentpiece"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// attach lets a file arrive and stores it.
func attach(w *world, about ident.ID, name string, file io.Reader) (*ent.Attachment, error) {
	content, err := remarks.Receive(file)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	return write(w, func(ctx context.Context, tx *ent.Client) (*ent.Attachment, error) {
		return remarks.Store(ctx, tx, about, name, content)
	})
}

// pattern is a text of so many bytes whose pieces all differ.
func pattern(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat("x", i%7))
		b.WriteString("0123456789\n")
	}
	return b.String()[:size]
}

func TestAFileComesBackAsItWas(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		tester := w.as(membership.RoleTESTER)
		for i, size := range []int{1, remarks.PieceSize - 1, remarks.PieceSize, remarks.PieceSize + 1, 3*remarks.PieceSize + 5} {
			text, thing := pattern(size), w.things()[i%4]
			made, err := attach(tester, thing, " log.txt ", strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			about := remarks.ThingOf(made.RequirementID, made.TestCaseID, made.ExecutionID, made.DefectID)
			if about != thing || made.Name != "log.txt" || made.SizeBytes != int64(size) || made.MediaType != remarks.MediaText || len(made.ContentHash) != 64 {
				t.Errorf("%d bytes became %+v", size, made)
			}
			r, err := remarks.Open(w.as(membership.RoleVIEWER).Ctx, w.Client, made.ID)
			if err != nil {
				t.Fatal(err)
			}
			if err := iotest.TestReader(r, []byte(text)); err != nil {
				t.Errorf("%d bytes: %v", size, err)
			}
		}
	})
}

func TestTheSameContentIsStoredOnceInAProject(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		text := pattern(2*remarks.PieceSize + 1)
		var all sync.WaitGroup
		for _, thing := range w.things() {
			all.Go(func() {
				if _, err := attach(w, thing, "log.txt", strings.NewReader(text)); err != nil {
					t.Errorf("%s: %v", thing, err)
				}
			})
		}
		all.Wait()
		if a, p := w.Client.Attachment.Query().CountX(w.Ctx), w.Client.ContentPiece.Query().CountX(w.Ctx); a != 4 || p != 3 {
			t.Errorf("%d attachments have %d pieces", a, p)
		}
		if _, err := attach(w, w.foreign, "log.txt", strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
		if p := w.Client.ContentPiece.Query().CountX(w.Ctx); p != 6 {
			t.Errorf("another project has %d pieces of its own", p-3)
		}
	})
}

func TestAFileIsRefusedBeforeItArrivesAndWhenItIsStored(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		w.trash(true)
		for name, test := range map[string]struct {
			as    *world
			about ident.ID
			file  string
			code  fault.Code
			at    string
		}{
			"a folder":         {w, w.defect, "a/b.txt", fault.Invalid, "name"},
			"a Windows folder": {w, w.defect, `..\b.txt`, fault.Invalid, "name"},
			"the folder above": {w, w.defect, "..", fault.Invalid, "name"},
			"no name":          {w, w.defect, " ", fault.Invalid, "name"},
			"a long name":      {w, w.defect, strings.Repeat("x", 256), fault.Invalid, "name"},
			"a line end":       {w, w.defect, "a\r\nSet-Cookie: x", fault.Invalid, "name"},
			"a turned name":    {w, w.defect, "invoice\u202efdp.exe", fault.Invalid, "name"},
			"NUL":              {w, w.defect, "a\x00.txt", fault.Invalid, "name"},
			"no UTF-8":         {w, w.defect, "a\xff.txt", fault.Invalid, "name"},
			"about a project":  {w, w.ID, "a.txt", fault.Invalid, "about"},
			"absent":           {w, ident.New(ident.Defect), "a.txt", fault.NotFound, "about"},
			"in the trash":     {w, w.requirement, "a.txt", fault.NotFound, "about"},
			"foreign":          {w.as(membership.RoleADMIN), w.foreign, "a.txt", fault.NotFound, "about"},
			"a stranger":       {w.as(stranger), w.defect, "a.txt", fault.NotFound, "about"},
			"a viewer":         {w.as(membership.RoleVIEWER), w.defect, "a.txt", fault.Denied, ""},
		} {
			_, late := attach(test.as, test.about, test.file, strings.NewReader("x"))
			for when, err := range map[string]error{"before": remarks.MayAttach(test.as.Ctx, w.Client, test.about, test.file), "after": late} {
				if !fault.Is(err, test.code) || strings.Join(fault.Of(err).Field, ".") != test.at {
					t.Errorf("%s, %s: %v", name, when, err)
				}
			}
		}
		for _, name := range []string{"Bericht – été.txt", `a "b" 'c'; d=e.txt`, "日本.png", ".env", strings.Repeat("x", 255)} {
			if made, err := attach(w, w.defect, name, strings.NewReader("x")); err != nil || made.Name != name {
				t.Errorf("%q: %+v, %v", name, made, err)
			}
		}
	})
}

func TestADamagedContentIsToldInPlaceOfItsEnd(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		text := pattern(3 * remarks.PieceSize)
		for name, damage := range map[string]func(ctx context.Context, tx *ent.Client, last ident.ID, made *ent.Attachment) error{
			"a piece is missing": func(ctx context.Context, tx *ent.Client, _ ident.ID, _ *ent.Attachment) error { return nil },
			"a piece is short": func(ctx context.Context, tx *ent.Client, last ident.ID, made *ent.Attachment) error {
				return piece(tx, made, last, text[2*remarks.PieceSize+1:]).Exec(ctx)
			},
			"a piece has other bytes": func(ctx context.Context, tx *ent.Client, last ident.ID, made *ent.Attachment) error {
				return piece(tx, made, last, text[:remarks.PieceSize]).Exec(ctx)
			},
		} {
			made, err := attach(w, w.defect, "log.txt", strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			w.Write(func(ctx context.Context, tx *ent.Client) error {
				last := tx.ContentPiece.Query().Where(contentpiece.Number(2)).OnlyIDX(ctx)
				if err := tx.ContentPiece.DeleteOneID(last).Exec(ctx); err != nil {
					return err
				}
				return damage(ctx, tx, last, made)
			})
			r, err := remarks.Open(w.Ctx, w.Client, made.ID)
			if err != nil {
				t.Fatal(err)
			}
			read, err := io.ReadAll(r)
			if !fault.Is(err, fault.Internal) || r.Err() == nil || len(read) != 2*remarks.PieceSize {
				t.Errorf("%s: %d bytes, %v", name, len(read), err)
			}
			w.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := tx.ContentPiece.Delete().Where(contentpiece.Number(2)).Exec(ctx)
				return err
			})
		}
		mended, err := attach(w, w.defect, "log.txt", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		r, err := remarks.Open(w.Ctx, w.Client, mended.ID)
		if err != nil {
			t.Fatal(err)
		}
		if read, err := io.ReadAll(r); err != nil || string(read) != text {
			t.Errorf("a content that arrived again is not whole: %v", err)
		}
	})
}

func piece(tx *ent.Client, made *ent.Attachment, id ident.ID, bytes string) *ent.ContentPieceCreate {
	return tx.ContentPiece.Create().SetID(id).SetProjectID(made.ProjectID).SetContentHash(made.ContentHash).SetNumber(2).SetBytes([]byte(bytes))
}

func TestAttachmentsGoIntoTheTrashAndComeBackWithTheirContent(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		tester := w.as(membership.RoleTESTER)
		one, err := attach(tester, w.requirement, "a.txt", strings.NewReader("text"))
		if err != nil {
			t.Fatal(err)
		}
		move := func(as *world, verb func(context.Context, *ent.Client, []ident.ID) ([]*ent.Attachment, error)) error {
			_, err := write(as, func(ctx context.Context, tx *ent.Client) ([]*ent.Attachment, error) {
				return verb(ctx, tx, []ident.ID{one.ID})
			})
			return err
		}
		isOpen := func() bool {
			_, err := remarks.Open(w.Ctx, w.Client, one.ID)
			if err != nil && !fault.Is(err, fault.NotFound) {
				t.Error(err)
			}
			return err == nil
		}
		if err := move(w.as(membership.RoleEDITOR), remarks.TrashAttachments); !fault.Is(err, fault.Denied) {
			t.Errorf("somebody else's: %v", err)
		}
		if err := move(tester, remarks.TrashAttachments); err != nil || isOpen() {
			t.Errorf("in the trash: %v", err)
		}
		if err := move(w.as(membership.RoleADMIN), remarks.RestoreAttachments); err != nil || !isOpen() {
			t.Errorf("restored: %v", err)
		}
		if w.trash(true); isOpen() {
			t.Error("the file of a thing in the trash is seen")
		}
		if err := move(tester, remarks.TrashAttachments); !fault.Is(err, fault.NotFound) {
			t.Errorf("of a thing in the trash: %v", err)
		}
		if w.trash(false); !isOpen() {
			t.Error("the file did not come back with its thing")
		}
		if _, err := remarks.Open(w.as(stranger).Ctx, w.Client, one.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("a stranger: %v", err)
		}
	})
}
