package kept

// Place is where the window stood.
type Place struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// The sizes that the window may take, in pixels of the screen: the first ones, and the least that its page is readable in.
const (
	Width     = 1280
	Height    = 820
	MinWidth  = 720
	MinHeight = 480
)

const placeFile = "window.json"

// Place is the one kept, with a size that a window can have.
func (f Directory) Place() Place {
	p := read(f, placeFile, Place{X: -1, Y: -1, Width: Width, Height: Height})
	if p.Width < MinWidth || p.Height < MinHeight || p.Width > 16384 || p.Height > 16384 {
		p.Width, p.Height = Width, Height
	}
	return p
}

// KeepPlace remembers where the window stands.
func (f Directory) KeepPlace(p Place) error { return f.write(placeFile, p) }

// On fits the place onto a screen of today: never larger than it, and false when its corner would lie outside.
func (p Place) On(width, height int) (Place, bool) {
	if width > 0 && height > 0 {
		p.Width, p.Height = min(p.Width, width), min(p.Height, height)
	}
	return p, p.X >= 0 && p.Y >= 0 && p.X+p.Width <= width && p.Y+p.Height <= height
}
