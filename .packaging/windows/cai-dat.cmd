@echo off
rem Installs khct for this user alone: program, kinds of files, "Send to". Needs no administrator.
chcp 65001 >nul
setlocal
set "to=%LOCALAPPDATA%\Programs\khct"
set "classes=HKCU\Software\Classes"
if not exist "%~dp0khct.exe" (
    echo Không thấy khct.exe cạnh tệp này: hãy giải nén cả thư mục rồi chạy lại.
    if not "%~1"=="/q" pause
    exit /b 1
)
if not exist "%to%" mkdir "%to%"
rem a program that runs cannot be replaced, and says so here
if exist "%to%\khct.exe" del "%to%\khct.exe" 2>nul
if exist "%to%\khct.exe" goto failed
for %%f in (khct.exe khct-lam.cmd cua-so-lenh.cmd go-bo.cmd DOC-TRUOC.txt) do copy /y "%~dp0%%f" "%to%\%%f" >nul
if not exist "%APPDATA%\Microsoft\Windows\SendTo" mkdir "%APPDATA%\Microsoft\Windows\SendTo"
copy /y "%to%\khct-lam.cmd" "%APPDATA%\Microsoft\Windows\SendTo\khct.cmd" >nul
reg add "%classes%\.khct" /ve /d khct.plan /f >nul
reg add "%classes%\.khct" /v "Content Type" /d text/x-khct /f >nul
reg add "%classes%\.khct" /v PerceivedType /d text /f >nul
reg add "%classes%\khct.plan" /ve /d "Kế hoạch cải tiến chất lượng" /f >nul
reg add "%classes%\khct.plan\shell\open\command" /ve /d "notepad.exe \"%%1\"" /f >nul
reg add "%classes%\khct.plan\shell\khct1" /ve /d "Xem và in" /f >nul
reg add "%classes%\khct.plan\shell\khct1\command" /ve /d "\"%to%\khct-lam.cmd\" /xem \"%%1\"" /f >nul
reg add "%classes%\khct.plan\shell\khct2" /ve /d "Kiểm tra" /f >nul
reg add "%classes%\khct.plan\shell\khct2\command" /ve /d "\"%to%\khct-lam.cmd\" /kiemtra \"%%1\"" /f >nul
reg add "%classes%\khct.plan\shell\khct3" /ve /d "Tạo tệp Word" /f >nul
reg add "%classes%\khct.plan\shell\khct3\command" /ve /d "\"%to%\khct-lam.cmd\" /word \"%%1\"" /f >nul
if not exist "%to%\khct.exe" goto failed
if not exist "%APPDATA%\Microsoft\Windows\SendTo\khct.cmd" goto failed
reg query "%classes%\khct.plan\shell\khct3\command" /ve >nul 2>nul
if errorlevel 1 goto failed
echo Đã cài khct vào %to%
echo Bỏ đi bằng go-bo.cmd trong thư mục ấy.
if not "%~1"=="/q" pause
exit /b 0

:failed
echo Chưa cài được. Nếu khct đang chạy (trong VS Code chẳng hạn), hãy đóng lại rồi làm lại.
if not "%~1"=="/q" pause
exit /b 1
