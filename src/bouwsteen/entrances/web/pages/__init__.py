"""The pages: each view reads what was asked, calls one service, and renders."""
